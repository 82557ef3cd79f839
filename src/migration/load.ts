import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import type * as Bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The part of the standard that is used here; TypeScript has its types in the library of browsers only. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start?: () => void } } }>;
};

let bindings: Promise<typeof Bindings> | undefined;

/** Prisma's schema engine; once per process, since compiling it takes longer than comparing a hundred tables. */
export function loadSchemaEngine(): Promise<typeof Bindings> {
  return (bindings ??= instantiate());
}

/** The package's own entry imports the WebAssembly file as a module, which Node does not do without a flag. */
async function instantiate(): Promise<typeof Bindings> {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const wasm = await readFile(path.join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return glue;
}
