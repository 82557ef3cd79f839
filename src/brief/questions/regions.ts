import type { QuestionRule } from './rule.js';

/** Where it runs. */
export const regions: QuestionRule = {
  id: 'regions',
  ask: ({ parts }) =>
    parts.constraints?.regions === undefined
      ? {
          question: 'In which cloud region does it run?',
          changes: 'Where data is kept, how far it is to its users, and the prices.',
          options: [
            { value: 'eu-central-1', label: 'Europe (Frankfurt)' },
            { value: 'us-east-1', label: 'North America (Virginia)' },
            { value: 'ap-southeast-1', label: 'Asia (Singapore)' },
          ],
          open: true,
          default: 'eu-central-1',
        }
      : undefined,
  problem: (value) =>
    regionsIn(value).every((region) => /^[a-z]{2}(?:-gov)?-[a-z]{4,9}-\d$/.test(region))
      ? undefined
      : `“${value}” is no region; say one such as eu-central-1, or several with commas.`,
  apply: (value, blueprint) => ({
    blueprint: { ...blueprint, constraints: { ...blueprint.constraints, regions: regionsIn(value) } },
    path: 'constraints.regions',
  }),
  says: (value) => `It runs in ${regionsIn(value).join(' and ')}.`,
};

function regionsIn(value: string): string[] {
  return [...new Set(value.split(/[,;\s]+/).map((region) => region.toLowerCase()))];
}
