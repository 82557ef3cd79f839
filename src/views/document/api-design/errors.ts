import type { Design, EntityDesign } from '../../../design/model.js';
import type { QuotableFiles } from '../../../render/excerpt.js';
import { restrictingReferences, takenErrors, unknownErrors } from '../../entity-module/relations.js';
import { code } from '../words.js';

/** A code of the API's contract and the status it comes with. */
export interface ErrorCode {
  readonly code: string;
  readonly status: number;
}

/** What the endpoints of an entity refuse, as its `errors.ts` is written from the same facts. */
export function entityCodes(entity: EntityDesign, design: Design): ErrorCode[] {
  const { CODE } = entity.names;
  const missing = [{ code: `${CODE}_NOT_FOUND`, status: 404 }];
  if (!entity.writable) return missing;
  return [
    ...missing,
    { code: `${CODE}_CHANGED_MEANWHILE`, status: 409 },
    ...(entity.actions.length > 0 ? [{ code: `${CODE}_TRANSITION_REFUSED`, status: 409 }] : []),
    ...takenErrors(entity).map((each) => ({ code: each.code, status: 409 })),
    ...(restrictingReferences(entity, design).length > 0 ? [{ code: `${CODE}_IN_USE`, status: 409 }] : []),
    ...(entity.rules.length > 0 ? [{ code: `${CODE}_RULE_BROKEN`, status: 422 }] : []),
    ...unknownErrors(entity).map((each) => ({ code: each.code, status: 422 })),
  ];
}

export interface EntityErrorRow {
  readonly resource: string;
  readonly conflicts: string;
  readonly unprocessable: string;
}

export function entityErrorRows(design: Design): EntityErrorRow[] {
  return design.entities.map((entity) => {
    const codes = entityCodes(entity, design);
    const of = (status: number): string =>
      codes
        .filter((each) => each.status === status)
        .map((each) => code(each.code))
        .join(', ');
    return {
      resource: `${entity.names.textMany}, ${of(404)}`,
      conflicts: of(409) || 'none',
      unprocessable: of(422) || 'none',
    };
  });
}

const STATUS_OF: Readonly<Record<string, number>> = {
  BadRequest: 400,
  ValidationFailed: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  Conflict: 409,
  Unprocessable: 422,
};

/** `class … extends NotFound { … super('CODE', 'detail'` and `new Forbidden('CODE', 'detail'`. */
const NAMED =
  /(?:extends|new) (BadRequest|Unauthorized|Forbidden|NotFound|Conflict|Unprocessable)\b(?: \{\s+constructor\([^)]*\) \{\s+super)?\(\s*'([A-Z_]+)',\s*(?:'([^']+)|"([^"]+)|`([^`]+))/g;
const NUMBERED = /new Problem\(\s*(\d+),\s*'[^']+',\s*'([A-Z_]+)',\s*'([^']+)'/g;

export interface BaseErrorRow extends ErrorCode {
  readonly detail: string;
  readonly file: string;
}

/** Codes that every system has, read from the files that throw them. */
export async function baseErrors(files: QuotableFiles): Promise<BaseErrorRow[]> {
  const sources = files.paths.filter(
    (path) =>
      /^(?:apps\/api\/src\/(?:middleware|http)|packages\/(?:common|auth|database)\/src)\/[\w-]+\.ts$/.test(path) ||
      /^apps\/api\/src\/modules\/(?:identity|users|organizations|permissions|audit)\/[\w.-]+\.errors\.ts$/.test(path),
  );
  const found = await Promise.all(
    sources.filter((path) => !path.endsWith('.spec.ts')).map(async (path) => errorsIn(path, await files.read(path))),
  );
  const unique = new Map(found.flat().map((row) => [row.code, row]));
  return [...unique.values()].sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1));
}

function errorsIn(file: string, source: string): BaseErrorRow[] {
  // The comment at the head of the error classes shows an example.
  const text = source.replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
  return [
    ...[...text.matchAll(NAMED)].map(([, name = '', errorCode = '', ...quoted]) => ({
      code: errorCode,
      status: STATUS_OF[name] ?? 0,
      detail: quoted.find((text) => text !== undefined) ?? '',
      file,
    })),
    ...[...text.matchAll(NUMBERED)].map(([, status = '', errorCode = '', detail = '']) => ({
      code: errorCode,
      status: Number(status),
      detail,
      file,
    })),
  ];
}
