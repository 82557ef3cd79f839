import type { Decision } from '../../../design/decisions/model.js';
import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';

/** What the section is about, beside the names of the product. */
export interface Subject {
  readonly design: Design;
  readonly isKubernetes: boolean;
  /** `order` and `orders`: what hurts most when it cannot be reached. */
  readonly one: string;
  readonly many: string;
}

export function subjectOf(design: Design): Subject {
  const { names } = leadingEntity(design);
  return {
    design,
    isKubernetes: design.deployment.platform === 'kubernetes',
    one: names.textOne,
    many: names.textMany,
  };
}

export function decisionOf({ decisions }: Design, id: string): Decision {
  const found = decisions.find((decision) => decision.id === id);
  if (!found) throw new Error(`There is no decision ${id}.`);
  return found;
}

/** Title of the option that was chosen. */
export function chosenOf(design: Design, id: string): string {
  const { options, chosen } = decisionOf(design, id);
  return options.find((option) => option.id === chosen)?.title ?? chosen;
}
