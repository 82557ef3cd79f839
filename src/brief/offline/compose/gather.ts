import { without } from '../../../text/without.js';
import type { BlockEntity } from '../library/library.js';
import type { Selected, Selection } from '../select/select.js';
import { pick, type System, type SystemContext } from './system.js';

/** The selected parts of the selected blocks side by side, before anything that they miss is dropped. */
export function gather({ blocks, hits }: Selection): Pick<System, 'contexts'> {
  const mentioned = new Set(hits.flatMap(({ target }) => (target.kind === 'entity' ? [target.name] : [])));
  return {
    contexts: Object.assign({}, ...blocks.map((selected) => contextsOf(selected, mentioned))) as System['contexts'],
  };
}

function contextsOf({ block, entities: wanted }: Selected, mentioned: ReadonlySet<string>): System['contexts'] {
  return pick(
    Object.entries(block.contexts).map(([name, { entities, ...rest }]) => {
      const kept = Object.entries(entities).filter(([entity]) => wanted.includes(entity));
      if (kept.length === 0) return [name, undefined];
      const context: SystemContext = {
        ...without(rest, 'needs'),
        entities: Object.fromEntries(kept.map(([entity, value]) => [entity, plain(value, mentioned.has(entity))])),
      };
      return [name, context];
    }),
  );
}

/** Without what only the selection reads. */
function plain(entity: BlockEntity, isMentioned: boolean) {
  return {
    ...without(entity, 'core', 'terms', 'names'),
    source: isMentioned ? ('brief' as const) : ('assumption' as const),
  };
}
