import type { EntityDesign } from '../../../design/model.js';
import { moduleFolder } from '../../entity-module/paths.js';

/** A module whose files have the names of another one's, but for the name of the entity. */
export interface LikeModule {
  readonly folder: string;
  /** Last part of the other module's folder. */
  readonly as: string;
  readonly one: string;
  readonly many: string;
}

/** Modules that need not be printed in full, by their folder: each is like the first one of its kind, checked name by name. */
export function likeModules(entities: readonly EntityDesign[], files: FilesByFolder): ReadonlyMap<string, LikeModule> {
  const shown = new Map<string, EntityDesign>();
  const like = new Map<string, LikeModule>();
  const inOrder = [...entities].sort((a, b) => (moduleFolder(a) < moduleFolder(b) ? -1 : 1));
  for (const entity of inOrder) {
    const folder = moduleFolder(entity);
    const form = (files.get(folder) ?? [])
      .map((file) => pattern(file, entity))
      .sort()
      .join(' ');
    const first = shown.get(form);
    if (!first) shown.set(form, entity);
    else like.set(folder, { folder, as: first.names.fileMany, one: entity.names.fileOne, many: entity.names.fileMany });
  }
  return like;
}

/** Names of the files that stand in a folder itself, by its path. */
export type FilesByFolder = ReadonlyMap<string, readonly string[]>;

export function filesByFolder(paths: readonly string[]): FilesByFolder {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const at = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(at, 0));
    found.set(folder, [...(found.get(folder) ?? []), path.slice(at + 1)]);
  }
  return found;
}

/** `orders.service.ts` → `<many>.service.ts`; where both names are the same, all are of the first kind. */
function pattern(file: string, { names }: EntityDesign): string {
  const [stem = ''] = file.split('.');
  if (stem === names.fileMany) return file.replace(stem, '<many>');
  return stem === names.fileOne ? file.replace(stem, '<one>') : file;
}
