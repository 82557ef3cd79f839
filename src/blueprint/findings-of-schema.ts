import type { z } from 'zod';
import { didYouMean } from '../text/nearest.js';
import type { Findings } from './findings.js';
import type { Place } from './place.js';

type Issue = z.core.$ZodIssue;

/** Says in terms of the blueprint what a schema found, at the exact place. */
export function reportIssues(issues: readonly Issue[], place: Place, findings: Findings): void {
  for (const issue of issues) report(issue, place, findings);
}

function report(issue: Issue, root: Place, findings: Findings): void {
  const place = root.descend(issue.path);
  const key = String(issue.path.at(-1) ?? 'the file');
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const unknown of issue.keys) {
        const known = issue.message.split(' ');
        const hint = didYouMean(unknown, known) ?? `Known here: ${known.join(', ')}.`;
        findings.error(
          'UNKNOWN_KEY',
          place.child(unknown).at,
          `"${unknown}" is not a key of ${nameOf(issue.path)}.`,
          hint,
        );
      }
      return;
    case 'invalid_union': {
      const branch = likeliestBranch(issue.errors);
      if (branch)
        reportIssues(
          branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
          root,
          findings,
        );
      else findings.error('WRONG_TYPE', place.valueAt, `"${key}" cannot be understood.`);
      return;
    }
    case 'invalid_type': {
      const missing = !exists(root, issue.path);
      if (missing)
        findings.error('MISSING_KEY', place.at, `"${key}" is missing in ${nameOf(issue.path.slice(0, -1))}.`);
      else
        findings.error(
          'WRONG_TYPE',
          place.valueAt,
          `"${key}" must be ${ARTICLED[issue.expected] ?? issue.expected}.`,
          quoteHint(issue.expected),
        );
      return;
    }
    case 'invalid_value': {
      if (!exists(root, issue.path)) {
        findings.error('MISSING_KEY', place.at, `"${key}" is missing in ${nameOf(issue.path.slice(0, -1))}.`);
        return;
      }
      const allowed = issue.values.map(String);
      findings.error(
        'INVALID_VALUE',
        place.valueAt,
        `"${key}" must be ${alternatives(allowed)}.`,
        typeof issue.input === 'string' ? didYouMean(issue.input, allowed) : undefined,
      );
      return;
    }
    default:
      findings.error('INVALID_VALUE', place.valueAt, `"${key}" is not valid: ${lowerFirst(issue.message)}.`);
  }
}

/** The form the author most likely meant: the one whose complaint lies deepest; a mere "not a string" lies at the top. */
function likeliestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (issues: readonly Issue[]): number =>
    Math.max(
      0,
      ...issues.map((issue) => (issue.path.length === 0 && issue.code === 'invalid_type' ? 0 : issue.path.length + 1)),
    );
  return branches.reduce<readonly Issue[] | undefined>(
    (best, branch) => (best === undefined || depth(branch) > depth(best) ? branch : best),
    undefined,
  );
}

function exists(root: Place, path: readonly PropertyKey[]): boolean {
  const last = path.at(-1);
  return last === undefined || (typeof last !== 'symbol' && root.descend(path.slice(0, -1)).has(last));
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'a blueprint' : `"${path.map(String).join('.')}"`;
}

const ARTICLED: Partial<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};

const quoteHint = (expected: string): string | undefined =>
  expected === 'string' ? 'Put the text in quotes.' : undefined;

export function alternatives(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
