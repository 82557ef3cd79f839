import type { Fact } from '../fact.js';
import { code, listed } from '../security/subject.js';
import type { TeamMember } from './model.js';
import { figure, type GovernanceSource } from './source.js';

/** One person is everything; from the third on somebody is free for the platform, from the sixth on for quality. */
export function teamOf(design: GovernanceSource, engineers: Fact): readonly TeamMember[] {
  const total = Math.max(1, Math.round(engineers.value));
  const platform = total >= 3 ? Math.max(1, Math.round(total / 5)) : 0;
  const quality = total >= 6 ? 1 : 0;
  const contexts = design.contexts.map(({ names }) => names.title);
  const member = (id: string, role: string, count: number, does: string): TeamMember[] =>
    count === 0
      ? []
      : [
          {
            role,
            people: figure(
              `team.${id}`,
              `people: ${role}`,
              count,
              'none',
              engineers.basis === 'given' ? 'modelled' : 'assumed',
              `${total} engineers: one for the platform from the third on, then one of five; one for quality from the sixth on; the others write the domain.`,
              { from: [engineers.id] },
            ),
            does,
          },
        ];
  return [
    ...member(
      'domain',
      platform === 0 ? 'Engineer' : 'Backend engineer',
      total - platform - quality,
      `${listed(contexts)}${platform === 0 ? ', and whatever runs them' : ''}`,
    ),
    ...member(
      'platform',
      'Platform engineer',
      platform,
      `deployment of ${code(design.product.name)}, database, observability, on-call procedure`,
    ),
    ...member('quality', 'Test engineer', quality, `load, contract and recovery tests of ${code(design.product.name)}`),
  ];
}
