import type { Design } from '../../../design/model.js';
import type { DependenciesDiagram } from '../../../diagrams/model.js';
import { counted } from '../words.js';
import { drawn, type DiagramWords } from './words.js';

/** Which context may use which: the arrows of `eslint.boundaries.js`. */
export function contextMapDiagram(design: Design): DiagramWords {
  return drawn(design, contextMap(design));
}

export function contextMap({ contexts, product }: Design): DependenciesDiagram {
  const uses = contexts.flatMap(({ context }) => context.needs.map((to) => ({ from: context.name, to })));
  const most = [...contexts].sort((a, b) => usersOf(b.context.name) - usersOf(a.context.name))[0];
  const count = most ? usersOf(most.context.name) : 0;
  function usersOf(name: string): number {
    return uses.filter(({ to }) => to === name).length;
  }
  const said =
    most && count > 0
      ? `${counted(contexts.length, 'context')} with ${counted(uses.length, 'allowed dependency', 'allowed dependencies')}, each to one further up; ${most.names.title} is used most, by ${counted(count, 'other')}.`
      : `${counted(contexts.length, 'context')}, of which none uses another.`;
  return {
    kind: 'dependencies',
    title: `Contexts of ${product.title}`,
    caption: said,
    nodes: contexts.map(({ context, names }) => ({ id: context.name, title: names.title, about: context.summary })),
    uses,
  };
}
