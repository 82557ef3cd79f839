-- Foreign keys that set a single column to NULL, ON DELETE SET NULL (column), came with PostgreSQL 15.
DO $$
BEGIN
  IF current_setting('server_version_num')::int < 150000 THEN
    RAISE EXCEPTION 'PostgreSQL 15 or newer is needed, this is %.', current_setting('server_version');
  END IF;
END
$$;

-- The role of the running system. It owns nothing, cannot sign in by itself and cannot bypass row-level security.
-- Roles belong to the whole server, so it may exist already, also because another database is being migrated right now.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tasklist_app') THEN
    CREATE ROLE "tasklist_app" NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tasklist_app' AND (rolsuper OR rolbypassrls)) THEN
    RAISE EXCEPTION 'The role tasklist_app can bypass row-level security: ALTER ROLE "tasklist_app" NOSUPERUSER NOBYPASSRLS first.';
  END IF;
  -- Whoever migrates may act as that role, to seed and to run the system locally. Superusers may anyway.
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT "tasklist_app" TO %I', current_user);
  END IF;
EXCEPTION
  -- The role was made by an administrator who granted it already, or has to.
  WHEN insufficient_privilege THEN
    IF NOT pg_has_role(current_user, 'tasklist_app', 'MEMBER') THEN
      RAISE EXCEPTION 'An administrator has to run: GRANT "tasklist_app" TO %', quote_ident(current_user);
    END IF;
END
$$;

-- The tenant that the transaction works for. NULL when none was set, so that a query without one finds nothing:
-- a setting that was local to an earlier transaction reads as an empty string afterwards.
CREATE FUNCTION app_current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.tenant_id', true), '')::uuid;

-- Whether the transaction works on accounts: sign-in, registration and invitations reach across organizations.
CREATE FUNCTION app_identity() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.identity', true), '') = 'on';

-- Nobody may do anything unless a migration says so.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON FUNCTION app_current_tenant(), app_identity() FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO "tasklist_app";
GRANT EXECUTE ON FUNCTION app_current_tenant(), app_identity() TO "tasklist_app";
