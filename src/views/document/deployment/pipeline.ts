import { parse } from 'yaml';
import { z } from 'zod';

import type { QuotableFiles } from '../../../render/excerpt.js';
import { code, label } from '../words.js';
import type { Subject } from './subject.js';

export const WORKFLOW = '.github/workflows/ci.yml';

const workflow = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      name: z.string(),
      'runs-on': z.string(),
      services: z.record(z.string(), z.unknown()).optional(),
      steps: z.array(z.object({ run: z.string().optional() })),
    }),
  ),
});

/** Jobs that exist, read from the workflow itself, and those that are designed. */
export async function jobRows({ many, one, design }: Subject, files: QuotableFiles) {
  const { jobs } = workflow.parse(parse(await files.read(WORKFLOW)));
  const existing = Object.entries(jobs).map(([key, job]) => ({
    job: code(key),
    does: job.name.replaceAll(/(\w+) \$\{\{[^}]*\}\}/g, 'each $1'),
    needs: Object.keys(job.services ?? {}).join(', ') || '–',
    stops: STOPS[key]?.(many) ?? 'everything after it',
    state: label('ci'),
  }));
  return [
    ...existing,
    {
      job: code('dependencies'),
      does: 'known holes, licences, secrets',
      needs: '–',
      stops: 'a merge, from rating high on',
      state: label('security-scan'),
    },
    {
      job: code('code'),
      does: 'CodeQL over the data flows',
      needs: '–',
      stops: `a merge that leaks ${articled(one)}`,
      state: label('security-scan'),
    },
    {
      job: code('image-scan'),
      does: 'Trivy, SBOM, signature',
      needs: code('image'),
      stops: 'a push to the registry',
      state: label('security-scan'),
    },
    {
      job: code('deploy'),
      does: 'migrate, roll out, watch',
      needs: 'approval for prod',
      stops: design.deployment.rollout.kind === 'canary' ? 'itself, on a broken limit' : 'before the switch',
      state: label('deploy-workflow'),
    },
  ];
}

/** What a red job holds back. */
const STOPS: Readonly<Record<string, (many: string) => string>> = {
  check: () => 'the merge',
  test: (many) => `the merge, before ${many} are touched`,
  image: () => 'the push of the image',
};

function articled(word: string): string {
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}
