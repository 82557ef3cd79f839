/**
 * A diagram as plain data: what there is and what leads where, never where it is drawn. Each renderer (text, Mermaid, later SVG) makes
 * its own geometry of it.
 */
export type Diagram = TiersDiagram | DependenciesDiagram | SequenceDiagram | StatesDiagram | EntitiesDiagram;

interface DiagramBase {
  readonly title: string;
  /** What it shows, in a sentence or two: the caption, and the text for those who cannot see it. */
  readonly caption: string;
}

/** Boxes in rows, the callers above what they call. */
export interface TiersDiagram extends DiagramBase {
  readonly kind: 'tiers';
  readonly tiers: readonly Tier[];
  readonly arrows: readonly Arrow[];
}

export interface Tier {
  /** Empty where the rows have no names. */
  readonly title: string;
  readonly boxes: readonly Box[];
}

export interface Box {
  /** Unique in the diagram; letters, digits, `-` and `_`. */
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Not in the repository yet: drawn with a broken border. */
  readonly designed?: boolean;
}

export interface Arrow {
  /** Ids of boxes. */
  readonly from: string;
  readonly to: string;
  /** Empty where the arrow says it all. */
  readonly label: string;
  readonly designed?: boolean;
}

/** Who may use whom: every node stands after the ones it uses. */
export interface DependenciesDiagram extends DiagramBase {
  readonly kind: 'dependencies';
  readonly nodes: readonly { readonly id: string; readonly title: string; readonly about: string }[];
  /** `from` uses `to`. */
  readonly uses: readonly { readonly from: string; readonly to: string }[];
}

export interface SequenceDiagram extends DiagramBase {
  readonly kind: 'sequence';
  readonly actors: readonly { readonly id: string; readonly title: string; readonly designed?: boolean }[];
  readonly steps: readonly Step[];
}

export type Step =
  | Message
  | { readonly kind: 'note'; readonly from: string; readonly to: string; readonly text: string }
  | { readonly kind: 'branches'; readonly branches: readonly Branch[] };

export interface Message {
  readonly kind: 'message';
  /** Ids of actors; the same one where an actor works by itself. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** An answer to an earlier message. */
  readonly reply?: boolean;
}

/** One of several ways on; a single branch is a part that happens only sometimes. */
export interface Branch {
  readonly when: string;
  readonly steps: readonly (Message | Extract<Step, { kind: 'note' }>)[];
}

export interface StatesDiagram extends DiagramBase {
  readonly kind: 'states';
  /** Names of states, which are also their ids. */
  readonly states: readonly string[];
  readonly initial: string;
  readonly transitions: readonly { readonly from: string; readonly to: string; readonly label: string }[];
}

/** Tables and what connects them. Without columns it is an overview. */
export interface EntitiesDiagram extends DiagramBase {
  readonly kind: 'entities';
  readonly groups: readonly { readonly title: string; readonly entities: readonly EntityBox[] }[];
  readonly relations: readonly EntityRelation[];
}

export interface EntityBox {
  readonly id: string;
  readonly title: string;
  /** Name of its table, where that is told. */
  readonly table?: string;
  readonly columns: readonly EntityColumn[];
}

export interface EntityColumn {
  readonly name: string;
  readonly type: string;
  readonly keys: readonly ('PK' | 'FK' | 'UK')[];
  /** May be empty. */
  readonly optional?: boolean;
}

/** From the table that holds the key, or the join table, to the one that is named. */
export interface EntityRelation {
  readonly from: string;
  readonly to: string;
  /** How many rows of `from` one row of `to` has, and the other way round. */
  readonly fromCount: Count;
  readonly toCount: Count;
  readonly label: string;
}

export type Count = 'one' | 'zero-or-one' | 'many';

export type Charset = 'unicode' | 'ascii';
