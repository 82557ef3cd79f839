/** Actions of the base contexts of every generated repository; grants may name them. */
export const BASE_PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  audit: ['read'],
  organizations: ['read', 'update'],
  permissions: ['assign', 'manage', 'read'],
  users: ['deactivate', 'invite', 'read', 'remove'],
};
