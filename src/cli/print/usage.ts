/** Printed below the help of the whole program. */
export const EXAMPLES_OF_USE = `
Examples:
  create-backend-blueprint shop --brief "A web shop sells tea; staff ship the orders. The GDPR applies."
  create-backend-blueprint plan --brief brief.md --offline
  create-backend-blueprint shop --preset ecommerce
  create-backend-blueprint shop --spec blueprint.yaml --set stack.packageManager=pnpm
  create-backend-blueprint shop --spec blueprint.yaml --dry-run
  create-backend-blueprint check blueprint.yaml
  create-backend-blueprint docs shop
  create-backend-blueprint explain scale.poolSize --spec blueprint.yaml
  create-backend-blueprint help new
`;
