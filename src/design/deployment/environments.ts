import { number } from '../amount.js';
import { figure } from './figure.js';
import type { DeploymentSource } from './index.js';
import type { EnvironmentDesign } from './model.js';

/** Where a version lives on its way; each takes the image that the one before has passed. */
export function environmentsOf({ blueprint, entities, scale, stack }: DeploymentSource): readonly EnvironmentDesign[] {
  const { apiPods } = scale.capacity.launch;
  const personal = entities.some(({ entity }) => entity.fields.some((field) => field.personal));
  const copies = (name: string, value: number, text: string) =>
    figure(`environments.${name}.copies`, `copies of the API in ${name}`, value, 'pods', 'rule', { text });
  const sample = `the seed: ${number(entities.length)} tables`;
  return [
    {
      name: 'dev',
      purpose: 'every commit on main',
      data: sample,
      copies: copies('dev', 1, 'It shows that the image starts.'),
      entry: 'all jobs of CI are green',
      who: 'everybody who works on it',
    },
    {
      name: 'qa',
      purpose: 'release candidates',
      data: personal ? `${sample}, no copy of prod` : sample,
      copies: copies('qa', 2, 'Two copies meet each other’s locks, cursors and limits, as in prod.'),
      entry: 'migrated and end-to-end tests passed in dev',
      who: 'engineers, product, auditors',
    },
    {
      name: 'prod',
      purpose: `the ${number(blueprint.scale.tenants)} organizations`,
      data: 'theirs',
      copies: figure('environments.prod.copies', 'copies of the API in prod', apiPods.value, 'pods', 'modelled', {
        text: 'The capacity of the launch.',
        from: [apiPods],
      }),
      entry:
        stack.rollout === 'canary'
          ? 'a second person approves, then canary'
          : 'a second person approves, then blue/green',
      who: 'the deployment workflow only',
    },
  ];
}
