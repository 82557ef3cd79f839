import fc from 'fast-check';
import { stringify } from 'yaml';
import { arbitraryText } from './arbitrary-text.js';

type Source = Record<string, unknown>;

/** YAML of a random legal blueprint: one to four contexts, up to a dozen entities, every kind of field, relation, rule and lifecycle. */
export function arbitraryBlueprint(): fc.Arbitrary<string> {
  return arbitrarySource().map((source) => stringify(source, { lineWidth: 0 }));
}

/** The same as plain data, for tests that change it before writing it down. */
export function arbitrarySource(): fc.Arbitrary<Source> {
  return fc.gen().map((value) => new Author(value as unknown as Generate).blueprint());
}

type Generate = <T>(arbitrary: () => fc.Arbitrary<T>) => T;

const ENTITIES = [
  'Album',
  'Badge',
  'Canal',
  'Desk',
  'Engine',
  'Farm',
  'GardenHouse',
  'Hotel',
  'Island',
  'Jacket',
  'Kettle',
  'Ladder',
  'Meadow',
  'NeedleBox',
  'Orchard',
  'Pillow',
  'Quarry',
  'River',
  'Saddle',
  'Tunnel',
  'Umbrella',
  'Valley',
  'Wagon',
  'Category',
];
const CONTEXTS = ['assets', 'field-work', 'logistics', 'people'];
const KEYS = ['parent', 'origin', 'partner', 'helper', 'leader', 'keeper'];
const LINKS = ['friends', 'topics', 'marks', 'colors'];
const VERBS = ['open', 'approve', 'send', 'finish', 'archive'];
const STATES = ['draft', 'inReview', 'sent', 'done', 'on-hold'];

interface Known {
  readonly name: string;
  readonly context: number;
  readonly global: boolean;
  readonly source: Source & { fields: Source; relations: Source };
  owned: boolean;
}

/** Writes one blueprint; every choice is drawn from fast-check, so that a failure can be replayed. */
class Author {
  private readonly entities: Known[] = [];

  constructor(private readonly generate: Generate) {}

  blueprint(): Source {
    const contexts = CONTEXTS.slice(0, this.between(1, CONTEXTS.length));
    const names = this.shuffled(ENTITIES).slice(0, this.between(1, 12));
    names.forEach((name, index) => this.addEntity(name, index === 0 ? 0 : this.between(0, contexts.length - 1)));
    this.own();
    this.invert();
    return {
      blueprint: 1,
      name: this.pick(['acme', 'north-star', 'a1']),
      ...this.maybe(() => ({ title: this.pick(['Acme', 'It’s “Acme” & Sons', '${Acme}']) })),
      ...this.maybe(() => ({ summary: this.text() })),
      ...this.maybe(() => ({ goals: [{ goal: this.text(), measure: this.text(), source: 'brief' }, this.text()] })),
      ...this.maybe(() => ({
        scale: {
          concurrentUsers: this.between(1, 100_000),
          growth: { months12: 1.5, months36: 3 },
          behaviour: { readShare: this.between(0, 10) / 10, createShare: this.between(0, 10) / 10 },
        },
        prices: { egressGib: this.between(0, 9) / 100 },
      })),
      ...this.maybe(() => ({ roles: this.roles(contexts) })),
      contexts: Object.fromEntries(contexts.map((context, index) => [context, this.context(index, contexts)])),
      ...this.maybe(() => ({ assumptions: [{ id: 'A1', text: this.text(), source: 'model' }] })),
      ...this.maybe(() => ({ requirements: this.requirements(contexts), questions: [this.text()] })),
      ...this.maybe(() => ({ document: this.document(contexts) })),
    };
  }

  private context(index: number, contexts: readonly string[]): Source {
    const entities = this.entities.filter((entity) => entity.context === index);
    return {
      ...this.maybe(() => ({ summary: this.text() })),
      ...(index > 0 && { needs: contexts.slice(0, index) }),
      ...(entities.length > 0 && { entities: Object.fromEntries(entities.map(({ name, source }) => [name, source])) }),
    };
  }

  private roles(contexts: readonly string[]): Source {
    const readable = this.entities.map(({ name, context }) => `${contexts[context]!}.${name}:read:own`);
    const manageable = contexts.filter((_, index) => this.entities.some(({ context }) => context === index));
    return {
      manager: { summary: this.text(), grants: [...manageable.map((name) => `${name}:*`), 'users:read'] },
      'read-only': { grants: readable.slice(0, 3) },
    };
  }

  private requirements(contexts: readonly string[]): Source[] {
    const [entity] = this.shuffled(this.entities);
    const by = [...this.shuffled(contexts).slice(0, 1), `${contexts[entity!.context]!}.${entity!.name}`, 'tenancy'];
    return [
      { id: 'R1', quote: this.text(), by },
      { id: 'R2', quote: this.text(), kind: 'quality', status: 'partial', by: ['audit'], note: this.text() },
      { id: 'R3', quote: this.text(), kind: 'exclusion', status: 'excluded', source: 'brief' },
      { id: 'R4', quote: this.text(), status: 'open', note: this.text() },
    ].slice(this.between(0, 3));
  }

  private document(contexts: readonly string[]): Source {
    const narrative = { summary: this.text(), contexts: { [this.pick(contexts)]: this.text() } };
    return { ...this.maybe(() => ({ diagrams: 'ascii' })), ...this.maybe(() => ({ narrative })) };
  }

  private addEntity(name: string, context: number): void {
    const global = this.chance(0.12);
    const fields: Source = {};
    const relations: Source = {};
    const source: Known['source'] = {
      ...this.maybe(() => ({ summary: this.text() })),
      ...(global && { tenancy: 'global' }),
      fields,
      relations,
    };
    this.addFields(fields, global);
    const known: Known = { name, context, global, source, owned: false };
    this.addRelations(known, relations);
    this.entities.push(known);
    if (!global && this.chance(0.5)) this.addLifecycle(name, source);
    this.addRules(fields, source);
    this.addList(source);
  }

  private addFields(fields: Source, global: boolean): void {
    const all = FIELD_LINES.filter(([name]) => !global || name !== 'number');
    for (const [name, lines] of this.shuffled(all).slice(0, this.between(1, all.length))) {
      const line = this.pick(lines);
      fields[name] = this.chance(0.2) ? { type: line, summary: this.text(), source: 'person' } : line;
    }
  }

  /** Keys lead to entities that stand before, or may be empty: so there is always a first row. */
  private addRelations(entity: Known, relations: Source): void {
    const reachable = this.entities.filter(
      (other) => other.context <= entity.context && (!entity.global || other.global),
    );
    for (const name of this.shuffled(KEYS).slice(0, this.between(0, 3))) {
      const target =
        this.chance(0.15) && !entity.global
          ? 'self'
          : reachable[this.between(0, Math.max(0, reachable.length - 1))]?.name;
      if (target === undefined) continue;
      relations[name] =
        target === 'self'
          ? `${entity.name}?`
          : `${target}${this.pick(['', '?', ' immutable', ' cascade', '? restrict', '? one'])}`;
    }
    if (entity.global) return;
    if (this.chance(0.2)) relations.account = this.pick(['User', 'User?', 'User? one']);
    const linkable = reachable.filter((other) => !other.global);
    for (const name of this.shuffled(LINKS).slice(0, linkable.length > 0 ? this.between(0, 2) : 0)) {
      const target = this.pick(linkable).name;
      relations[name] = this.chance(0.3)
        ? { to: `${target}[]`, fields: { position: 'int min 1', since: 'date?' } }
        : `${target}[] linked`;
    }
    if (relations.account !== undefined && this.chance(0.5)) entity.source.owner = 'account';
  }

  private addLifecycle(name: string, source: Known['source']): void {
    const states = STATES.slice(0, this.between(2, STATES.length));
    const field = this.pick(['status', 'phase']);
    source.fields[field] = `enum(${states.join(', ')}) = ${states[0]!}`;
    source.fields.decidedAt = 'datetime?';
    const actions: Source = {};
    states.slice(1).forEach((state, index) => {
      const from = states[index]!;
      const long = {
        from: index > 0 && this.chance(0.5) ? [from, states[0]] : from,
        to: state,
        ...this.maybe(() => ({ emits: `${name.charAt(0).toLowerCase()}${name.slice(1)}.${state}` })),
        ...this.maybe(() => ({ sets: { decidedAt: 'now' } })),
        ...this.maybe(() => ({ summary: this.text() })),
        ...this.maybe(() => ({ roles: ['owner'] })),
      };
      actions[VERBS[index]!] = this.chance(0.4) ? `${from} -> ${state}` : long;
    });
    source.lifecycle = field === 'status' ? actions : { field, actions };
  }

  private addRules(fields: Source, source: Source): void {
    const possible = RULES.filter(({ needs }) => needs.every((name) => fields[name] !== undefined));
    const rules = this.shuffled(possible)
      .slice(0, this.between(0, possible.length))
      .map(({ check }, index) => (this.chance(0.4) ? { check, message: this.text(), id: `rule-${index + 1}` } : check));
    if (rules.length > 0) source.rules = rules;
  }

  private addList(source: Known['source']): void {
    const has = (name: string): boolean => source.fields[name] !== undefined;
    const filter = ['status', 'level', 'flag', 'code', 'keyRef'].filter(has);
    const sort = ['number', 'level', 'heldOn', 'title'].filter(has);
    const search = ['title', 'note', 'contact'].filter(has);
    if (this.chance(0.7)) source.list = { filter, sort, search };
  }

  /** Some entities become parts of one that stands before them in their context. */
  private own(): void {
    this.entities.forEach((part, index) => {
      const wholes = this.entities
        .slice(0, index)
        .filter((whole) => whole.context === part.context && !whole.global && !whole.owned);
      if (part.global || part.source.owner !== undefined || wholes.length === 0 || !this.chance(0.2)) return;
      const whole = this.pick(wholes);
      whole.source.relations[`${part.name.charAt(0).toLowerCase()}${part.name.slice(1)}Parts`] = `${part.name}[] owned`;
      part.owned = true;
    });
  }

  /** Some relations are written on both sides. */
  private invert(): void {
    for (const { name, context, source } of this.entities) {
      for (const key of KEYS) {
        const line = source.relations[key];
        const target = this.entities.find(
          (other) => typeof line === 'string' && line.replace(/[? ].*$/, '') === other.name,
        );
        if (!target || target.global || target.context !== context || !this.chance(0.3)) continue;
        target.source.relations[`${key}Of${name}`] = `${name}[] by ${key}`;
      }
    }
  }

  private text(): string {
    return this.generate(() => arbitraryText);
  }

  private between(min: number, max: number): number {
    return this.generate(() => fc.integer({ min, max }));
  }

  private chance(probability: number): boolean {
    return this.between(1, 1000) <= probability * 1000;
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.between(0, from.length - 1)]!;
  }

  private shuffled<T>(items: readonly T[]): T[] {
    const rest = [...items];
    return items.map(() => rest.splice(this.between(0, rest.length - 1), 1)[0]!);
  }

  private maybe(make: () => Source): Source {
    return this.chance(0.5) ? make() : {};
  }
}

const FIELD_LINES: readonly (readonly [string, readonly string[]])[] = [
  ['number', ['sequence', 'sequence unique']],
  ['code', ['string(24) unique', 'slug unique', 'string(8) unique pattern "^[A-Z0-9]{4,8}$" example AB12']],
  ['title', ['string(200)', 'string(80) personal', 'string(120) = "untitled"', 'string(40) min 3 immutable']],
  ['note', ['text?', 'text']],
  ['story', ['richtext?', 'richtext']],
  ['remark', ['text? private', 'string(40) private']],
  ['level', ['int', 'int min 0 max 9 = 1', 'int?']],
  ['population', ['bigint', 'bigint? min 0']],
  ['weight', ['decimal(8, 3)', 'decimal(12, 2) min 0', 'decimal(5, 2)? max 100']],
  ['price', ['money', 'money = 0 EUR']],
  ['fee', ['money?']],
  ['flag', ['boolean', 'boolean = true', 'boolean?']],
  ['heldOn', ['date', 'date = now']],
  ['endsOn', ['date?']],
  ['seenAt', ['datetime', 'datetime? immutable', 'datetime = now']],
  ['opensAt', ['time', 'time?']],
  ['lasting', ['duration', 'duration?']],
  ['keyRef', ['uuid', 'uuid? unique']],
  ['contact', ['email personal', 'email?', 'email unique personal']],
  ['website', ['url?', 'url']],
  ['telephone', ['phone? personal', 'phone']],
  ['payload', ['json?', 'json']],
  ['mood', ['enum(calm, stormy)', 'enum(calm, stormy, very-odd) = calm', 'enum(a, B_2)?']],
  ['words', ['string(20)[]', 'slug[]', 'enum(one, two)[]', 'int[]']],
];

const RULES: readonly { readonly needs: readonly string[]; readonly check: string }[] = [
  { needs: ['level'], check: 'level >= 0' },
  { needs: ['weight'], check: 'weight >= 0.0' },
  { needs: ['price'], check: 'price.amount >= 0' },
  { needs: ['price', 'fee'], check: 'fee == null || fee.amount <= price.amount && fee.currency == price.currency' },
  { needs: ['heldOn', 'endsOn'], check: 'endsOn == null || endsOn >= heldOn' },
  { needs: ['title'], check: 'size(title) >= 2' },
  { needs: ['words'], check: 'size(words) <= 10' },
  { needs: ['flag', 'level'], check: 'flag == false || level >= 0' },
  { needs: ['population'], check: 'population % 2 == 0 || population > 0' },
];
