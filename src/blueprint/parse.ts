import { buildBlueprint } from './build/blueprint.js';
import type { Diagnostic } from './diagnostic.js';
import { reportIssues } from './findings-of-schema.js';
import { Findings, inFileOrder } from './findings.js';
import { LANGUAGE_VERSION, migrateLanguage } from './migrations.js';
import type { Blueprint } from './model.js';
import { blueprint as schema } from './schema/blueprint.js';
import { readYaml, type YamlFile } from './yaml.js';

/**
 * Text → Blueprint. As with a compiler, a file that is no YAML gets no further, and one with unknown keys or values of the
 * wrong shape gets no meaning; slips inside single lines and expressions are all found together, and the rest is understood.
 */
export function parseBlueprint(text: string, file: string): { blueprint?: Blueprint; diagnostics: Diagnostic[] } {
  const findings = new Findings(file);
  const blueprint = understand(text, findings);
  return { ...(blueprint === undefined ? {} : { blueprint }), diagnostics: inFileOrder(findings.all) };
}

function understand(text: string, findings: Findings): Blueprint | undefined {
  const yaml = readYaml(text, findings);
  if (!yaml) return undefined;
  const source = inNewestLanguage(yaml, findings);
  if (!source) return undefined;
  const shaped = schema.safeParse(source, { reportInput: true });
  if (!shaped.success) {
    reportIssues(shaped.error.issues, yaml.place, findings);
    return undefined;
  }
  return buildBlueprint(shaped.data, yaml.place, findings);
}

function inNewestLanguage({ value, place }: YamlFile, findings: Findings): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    findings.error(
      'WRONG_TYPE',
      place.valueAt,
      'A blueprint is a map of keys and values.',
      'Start with `blueprint: 1` and `name: …`.',
    );
    return undefined;
  }
  const source = value as Record<string, unknown>;
  const version = source.blueprint;
  if (version === undefined) {
    findings.error(
      'MISSING_KEY',
      place.valueAt,
      'The file does not say which version of the blueprint language it speaks.',
      'Start with `blueprint: 1`.',
    );
    return undefined;
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    findings.error(
      'LANGUAGE_VERSION',
      place.child('blueprint').valueAt,
      'The version of the blueprint language is a whole number.',
      'Write `blueprint: 1`.',
    );
    return undefined;
  }
  if (version > LANGUAGE_VERSION) {
    findings.error(
      'LANGUAGE_VERSION',
      place.child('blueprint').valueAt,
      `The file speaks version ${version} of the blueprint language; this release knows ${LANGUAGE_VERSION}.`,
      'Update create-backend-blueprint.',
    );
    return undefined;
  }
  return migrateLanguage(source, version);
}
