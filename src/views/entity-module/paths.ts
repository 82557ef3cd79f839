import type { ContextDesign, EntityDesign } from '../../design/model.js';
import { kebabCase } from '../../text/case.js';

/** Folder of a context in packages/core and in the API's modules. */
export function contextFolder({ context }: Pick<ContextDesign, 'context'>): string {
  return kebabCase(context.name);
}

/** `catalog/product`: what packages/core and others call the entity's file. */
export function coreFile(entity: EntityDesign): string {
  return `${contextFolder(entity)}/${entity.names.fileOne}`;
}

/** `apps/api/src/modules/catalog/products` */
export function moduleFolder(entity: EntityDesign): string {
  return `apps/api/src/modules/${contextFolder(entity)}/${entity.names.fileMany}`;
}

/** From the module of one entity to a file of another's: `../orders/order.errors.js`. */
export function fromModule(from: EntityDesign, to: EntityDesign, file: string): string {
  if (from === to) return `./${file}`;
  const sameContext = from.context === to.context;
  return sameContext ? `../${to.names.fileMany}/${file}` : `../../${contextFolder(to)}/${to.names.fileMany}/${file}`;
}
