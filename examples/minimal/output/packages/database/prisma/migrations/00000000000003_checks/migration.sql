-- What the API checks first and the database guarantees. A violation is reported by the constraint's name.

-- Organizations and the people in them
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "users" ADD CONSTRAINT "users_email_check" CHECK ("email" = lower("email"));
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_status_check" CHECK ("status" IN ('active', 'suspended'));
ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_scope_check" CHECK ("scope" IN ('all', 'own'));
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_email_check" CHECK ("email" = lower("email"));

-- tasks
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_status_check" CHECK ("status" IN ('open', 'done'));
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_size_title_at_least_3_check" CHECK (char_length("title") >= 3);
