import type { TemplateSpecification } from './precompile.js';

/**
 * The package's templates as programs, by name. Empty in the sources, where each template is compiled when it is first used; the build puts
 * the output of `precompileTemplates` in the place of this file, for compiling is half of the work for a small repository.
 */
export const precompiled: Readonly<Record<string, TemplateSpecification>> = {};
