-- Row-level security: a transaction sees and changes the rows of its own organization, whatever its queries say.
-- FORCE binds the owner of the tables, too. Foreign keys are checked without these policies, hence they hold tenant_id as well.
-- The functions stand in sub-selects so that PostgreSQL calls them once per statement instead of once per row.

-- Organizations and the people in them: also reachable in the identity context.
ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "organizations"
  USING (id = (SELECT app_current_tenant()) OR (SELECT app_identity()))
  WITH CHECK (id = (SELECT app_current_tenant()) OR (SELECT app_identity()));
GRANT SELECT, INSERT, UPDATE ON "organizations" TO "tasklist_app";

-- Members are visible to each other; an account, which may belong to several organizations, changes in the identity context only.
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "fellow_members" ON "users" FOR SELECT
  USING (EXISTS (SELECT FROM memberships m WHERE m.tenant_id = (SELECT app_current_tenant()) AND m.user_id = users.id));
CREATE POLICY "identity" ON "users"
  USING ((SELECT app_identity()))
  WITH CHECK ((SELECT app_identity()));
GRANT SELECT, INSERT, UPDATE ON "users" TO "tasklist_app";

ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "memberships"
  USING (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()))
  WITH CHECK (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "memberships" TO "tasklist_app";

ALTER TABLE "roles" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "roles"
  USING (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()))
  WITH CHECK (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "roles" TO "tasklist_app";

ALTER TABLE "role_permissions" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "role_permissions"
  USING (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()))
  WITH CHECK (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "role_permissions" TO "tasklist_app";

ALTER TABLE "membership_roles" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "membership_roles"
  USING (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()))
  WITH CHECK (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "membership_roles" TO "tasklist_app";

ALTER TABLE "refresh_tokens" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "refresh_tokens"
  USING (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()))
  WITH CHECK (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "refresh_tokens" TO "tasklist_app";

ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "invitations"
  USING (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()))
  WITH CHECK (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "invitations" TO "tasklist_app";

-- Written in both contexts, since signing in is audited, too; read in the tenant's. Never changed.
ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "audit_log"
  USING (tenant_id = (SELECT app_current_tenant()))
  WITH CHECK (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()));
GRANT SELECT, INSERT ON "audit_log" TO "tasklist_app";

ALTER TABLE "outbox_events" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "outbox_events"
  USING (tenant_id = (SELECT app_current_tenant()))
  WITH CHECK (tenant_id = (SELECT app_current_tenant()) OR (SELECT app_identity()));
GRANT SELECT, INSERT ON "outbox_events" TO "tasklist_app";

-- The catalogue of permissions and other reference data is the same for all organizations and changed by migrations and the seed only.
GRANT SELECT ON "permissions" TO "tasklist_app";

-- What belongs to one organization.
ALTER TABLE "sequences" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "sequences"
  USING (tenant_id = (SELECT app_current_tenant()))
  WITH CHECK (tenant_id = (SELECT app_current_tenant()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "sequences" TO "tasklist_app";

ALTER TABLE "task_lists" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "task_lists"
  USING (tenant_id = (SELECT app_current_tenant()))
  WITH CHECK (tenant_id = (SELECT app_current_tenant()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "task_lists" TO "tasklist_app";

ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "tasks"
  USING (tenant_id = (SELECT app_current_tenant()))
  WITH CHECK (tenant_id = (SELECT app_current_tenant()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "tasks" TO "tasklist_app";
