import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import { camelCase, spacedCase } from '../../../text/case.js';
import type { Word } from '../../reading/reading.js';
import { stemOf, wordsOf } from '../../reading/words.js';
import { isContent } from './content-words.js';
import { itemWords, type WordsOfItem } from './item-words.js';
import type { Passage } from './passages.js';
import { actionsOf } from '../compose/system.js';

/** What a blueprint says about its items, as far as a passage of a brief can ask for it. */
export interface Known {
  readonly wordsOf: WordsOfItem;
  /** Whether something is sent by itself, about what the passage speaks of and in its words. */
  readonly reactionsTo: (passage: Passage, entities: ReadonlySet<string>) => boolean;
  /** Whether anything calls an integration, or waits for it. */
  readonly isWired: (integration: string) => boolean;
  /** "A shop never sees another shop's data." */
  readonly isAboutIsolation: (passage: Passage) => boolean;
  /** Whether a rule, a guard or a role of the item is about these words. */
  readonly isLimited: (reference: string, words: readonly Word[]) => boolean;
}

export function knowledgeOf(blueprint: BlueprintSource, organizations: ReadonlySet<string>): Known {
  const words = itemWords(blueprint);
  const wired = new Set(
    (blueprint.reactions ?? []).flatMap(({ call, on }) => [call?.split('.')[0], on?.split('.')[0]]),
  );
  return {
    isWired: (integration) => wired.has(integration),
    isAboutIsolation: (passage) => divides(passage, organizations),
    wordsOf: (reference) => (reference === 'reactions' ? SENDING : words(reference)),
    reactionsTo: (passage, entities) => sends(passage, entities, blueprint),
    isLimited: (reference, said) => isLimited(reference, said, blueprint),
  };
}

const SENDING = new Set(
  'notify notified notification notifies inform informed tell told remind reminder receive message send sent email alert automatically'
    .split(' ')
    .map(stemOf),
);

/** "Patients get a reminder": a reaction to an appointment has a template or an action of these words. */
function sends({ words }: Passage, entities: ReadonlySet<string>, { reactions = [] }: BlueprintSource): boolean {
  const said = new Set(words.filter(isContent).map(({ stem }) => stem));
  const asksForSending = [...said].some((stem) => SENDING.has(stem));
  const names = [...entities].map((reference) => reference.split('.')[1] ?? '');
  return reactions.some(({ on, template, do: action, notify }) => {
    const isNear = names.some((name) => (on ?? '').startsWith(`${camelCase(name)}.`) || action?.split('.')[1] === name);
    if (!isNear || !asksForSending || notify === undefined) return false;
    const own = new Set(names.flatMap((name) => stemsOf(name)));
    return stemsOf(`${template ?? ''} ${on?.split('.')[1] ?? ''}`).some((stem) => said.has(stem) && !own.has(stem));
  });
}

const stemsOf = (text: string): string[] => wordsOf(spacedCase(text)).map(({ stem }) => stem);

function divides({ words }: Passage, organizations: ReadonlySet<string>): boolean {
  const named = words.some(({ stem }) => organizations.has(stem));
  return named && words.some(({ lower }) => /^(?:another|other|others)$/.test(lower));
}

function isLimited(reference: string, words: readonly Word[], { contexts }: BlueprintSource): boolean {
  if (reference === 'tenancy' || reference.startsWith('roles.')) return true;
  const [context = '', name = '', member] = reference.split('.');
  const entity = contexts[context]?.entities?.[name];
  if (!entity) return false;
  const own = new Set(stemsOf(name));
  const said = new Set(words.filter(isContent).flatMap(({ stem }) => (own.has(stem) ? [] : [stem])));
  const rules = (entity.rules ?? []).map((rule) =>
    typeof rule === 'string' ? rule : `${rule.check} ${rule.message ?? ''} ${rule.id ?? ''}`,
  );
  const guards = Object.entries(actionsOf(entity)).flatMap(([action, value]) => {
    const isGuarded = typeof value === 'object' && (value.when !== undefined || value.roles !== undefined);
    return isGuarded && (member === undefined || member === action) ? [`${action} ${value.when ?? ''}`] : [];
  });
  return [...rules, ...guards].some((text) => stemsOf(text).some((stem) => said.has(stem)));
}
