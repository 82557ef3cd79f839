import type { Sample } from '../../../blueprint/samples/index.js';
import type { Design, EntityDesign } from '../../../design/model.js';
import { oneLine, visible } from '../../../text/escape.js';
import { changesFor, pageOf } from './choices.js';
import { MadeValues } from './made.js';
import type { Exchange, JsonObject, SampleRequest, SampleResponse, SampleStory } from './model.js';
import {
  changedMeanwhile,
  invalidUpdate,
  notFound,
  type Problem,
  refusal,
  ruleBroken,
  TOKEN_MISSING,
  transitionRefused,
} from './problems.js';
import { changedRow, changesOf, createdRow, creationBody, given, listPath, sharedRow, type SampleRow } from './row.js';
import { emailOf, JSON_TYPE, signIn } from './sign-in.js';
import { isShort, subjectOf, type Subject } from './subject.js';
import { capital } from '../../../text/case.js';

const stories = new WeakMap<Design, SampleStory>();

/** The samples of section 5.8, which a generated test replays; the same for everybody who asks. */
export function sampleStory(design: Design): SampleStory {
  const known = stories.get(design);
  if (known) return known;
  const story = new Story(design).tell();
  stories.set(design, story);
  return story;
}

/** Two people of different organizations. */
const OWNER = 'robin';
const STRANGER = 'kim';

class Story {
  private readonly exchanges: Exchange[] = [];
  private readonly made = new MadeValues();
  private readonly ids = new Map<string, string>();
  private readonly positions = new Map<string, number>();
  private token = '';
  private userId = '';

  constructor(private readonly design: Design) {}

  tell(): SampleStory {
    const subject = subjectOf(this.design);
    this.signIn(OWNER, subject?.entity.names.textMany ?? 'the account');
    this.userId = this.made.id(`user id of ${OWNER}`);
    if (subject) this.tellOf(subject);
    else this.missingToken('/api/v1/auth/me', 'the account');
    return { exchanges: this.exchanges, made: this.made.list };
  }

  private tellOf(subject: Subject): void {
    const { entity, before, needsUser, action } = subject;
    const { article, textOne, textMany } = entity.names;
    if (needsUser) this.findUser(textOne);
    for (const needed of before) {
      if (!needed.writable) {
        this.findShared(needed, textOne);
        continue;
      }
      const about = `The ${needed.names.textOne} that the ${textOne} will belong to.`;
      this.create(needed, needed.samples[0] ?? {}, `Create ${needed.names.article} ${needed.names.textOne}`, about);
    }
    const first = this.create(
      entity,
      caseSample(subject),
      `Create ${article} ${textOne}`,
      `The answer is the stored ${textOne}, with what the server added; \`Location\` is its address.`,
    );
    const list = listPath(entity, this.design, this.ids);
    const path = `${list}/${first.id}`;
    this.read(path, first);
    const second = this.create(
      entity,
      entity.samples[1] ?? {},
      `Create a second ${textOne}`,
      `With two ${textMany}, a list has something to divide into pages.`,
    );
    this.list(list, first, second);
    const updated = this.update(path, first);
    const last = action ? this.act(path, updated, subject) : updated;
    this.refuse(path, list, subject, last);
    this.delete(path, last);
  }

  private signIn(name: string, what: string): void {
    const session = signIn(this.design, name, this.made);
    this.token = session.token;
    const about =
      name === OWNER
        ? `The access token goes into \`Authorization\` of every request about ${what} from here on.`
        : `${capital(name)} owns an organization too, and sees no ${what} of ${capital(OWNER)} in it.`;
    this.add(`sign-in-${name}`, `Sign in as ${capital(name)}`, about, session.request, session.response);
  }

  /** Whoever signed in is the only member yet. */
  private findUser(textOne: string): void {
    const view = {
      id: this.userId,
      name: OWNER,
      email: emailOf(this.design, OWNER),
      status: 'active',
      version: 1,
      createdAt: this.made.time(`when ${OWNER} joined`),
      updatedAt: this.made.time(`when the membership of ${OWNER} was stored first`),
    };
    this.ids.set('User', this.userId);
    const about = `The ${textOne} that is created next has to name a person: this is the one.`;
    const body = { items: [view], nextCursor: null };
    this.add('list-users', 'List people', about, this.ask('GET', '/api/v1/users?limit=1'), answer(body));
  }

  /** Reference data is read only: the system brings it. */
  private findShared(entity: EntityDesign, textOne: string): void {
    const { fileMany, textMany } = entity.names;
    const row = sharedRow(entity, this.design, this.made);
    this.ids.set(entity.entity.name, row.id);
    this.add(
      `list-${fileMany}`,
      `List ${textMany}`,
      `All organizations share the ${textMany}; the ${textOne} to be created refers to one of them.`,
      this.ask('GET', `${listPath(entity, this.design, this.ids)}?limit=1`),
      answer({ items: [row.view], nextCursor: null }),
    );
  }

  private create(entity: EntityDesign, sample: Sample, title: string, about: string): SampleRow {
    const position = (this.positions.get(entity.entity.name) ?? 0) + 1;
    this.positions.set(entity.entity.name, position);
    const body = creationBody(entity, sample, this.ids);
    const row = createdRow({ entity, position, known: this.ids, userId: this.userId }, body, this.design, this.made);
    const list = listPath(entity, this.design, this.ids);
    if (position === 1) this.ids.set(entity.entity.name, row.id);
    const id = `create-${entity.names.fileOne}${position === 1 ? '' : `-${position}`}`;
    this.add(id, title, about, this.ask('POST', list, body), {
      status: 201,
      headers: { location: `${list}/${row.id}`, 'content-type': JSON_TYPE },
      body: row.view,
    });
    return row;
  }

  private read(path: string, row: SampleRow): void {
    const { fileOne, textOne } = row.entity.names;
    const about = `The version is what a later change of the ${textOne} has to name.`;
    this.add(`read-${fileOne}`, `Read the ${textOne}`, about, this.ask('GET', path), answer(row.view));
  }

  private list(list: string, first: SampleRow, second: SampleRow): void {
    const { fileMany, textMany } = first.entity.names;
    const { query, sort, value, sortText, filterText } = pageOf(first, second, this.ids);
    const cursor = this.made.cursor(sort, value, first.id);
    const pages = [
      { query, body: { items: [first.view], nextCursor: cursor } },
      { query: `${query}&cursor=${cursor}`, body: { items: [second.view], nextCursor: null } },
    ] as const;
    this.add(
      `list-${fileMany}`,
      `List ${textMany}: the first page`,
      `${filterText}, ${sortText}; \`nextCursor\` says that there are more ${textMany}.`,
      this.ask('GET', `${list}?${pages[0].query}`),
      answer(pages[0].body),
    );
    this.add(
      `list-${fileMany}-2`,
      `List ${textMany}: the second page`,
      `Filter and sort of the ${textMany} stay the same; a \`nextCursor\` of \`null\` ends the list.`,
      this.ask('GET', `${list}?${pages[1].query}`),
      answer(pages[1].body),
    );
  }

  private update(path: string, row: SampleRow): SampleRow {
    const { fileOne, textOne } = row.entity.names;
    const { changes, name } = changesFor(row.entity);
    const body = { version: row.version, ...changes };
    const shown = Object.fromEntries(Object.entries(changes).filter(([member]) => member in row.view));
    const updated = changedRow(row, shown, `the ${textOne} was changed`, this.made);
    this.add(
      `update-${fileOne}`,
      `Change the ${textOne}`,
      name === undefined
        ? `Even a change of nothing makes a new version of the ${textOne}.`
        : `Only \`${name}\` of the ${textOne} changes; the rest stays as it is.`,
      this.ask('PATCH', path, body),
      answer(updated.view),
    );
    this.refused(
      `conflict-${fileOne}`,
      `Refused: a change of an old ${textOne}`,
      `Version ${row.version} of the ${textOne} is gone, so the same request does not overwrite what came after it.`,
      this.ask('PATCH', path, body),
      changedMeanwhile(row.entity, row.id),
    );
    return updated;
  }

  private act(path: string, row: SampleRow, { action: step }: Subject): SampleRow {
    if (!step) return row;
    const { fileOne, textOne } = row.entity.names;
    const { action, name, path: segment, field } = step;
    const taken = changedRow(row, changesOf(row.entity, step, this.made), `${name} was taken`, this.made);
    const request = this.ask('POST', `${path}/${segment}`);
    const event = action.emits === undefined ? 'no event' : `the event \`${action.emits}\``;
    this.add(
      `${segment}-${fileOne}`,
      `Take the action ${name}`,
      `\`${field}\` of the ${textOne} goes to \`${action.to}\`, with an audit entry and ${event} in the same transaction.`,
      request,
      answer(taken.view),
    );
    if (action.from.includes(action.to)) return taken;
    this.refused(
      `${segment}-${fileOne}-again`,
      `Refused: the action ${name} a second time`,
      `The ${textOne} is in the state \`${action.to}\` by now, from which \`${name}\` does not lead on.`,
      request,
      transitionRefused(row.entity, row.id, name, action.to),
    );
    return taken;
  }

  private refuse(path: string, list: string, { entity }: Subject, row: SampleRow): void {
    const { fileOne, article, textOne, textMany } = entity.names;
    const unknown = this.design.blueprint.tenancy === 'shared' ? 'tenantId' : 'createdBy';
    this.refused(
      `invalid-${fileOne}`,
      `Refused: a change that does not fit the schema`,
      `All faults are named at once; \`${unknown}\` of ${article} ${textOne} is nothing that a client sets.`,
      this.ask('PATCH', path, { version: 0, [unknown]: row.id }),
      invalidUpdate(unknown),
    );
    const broken = entity.violations.find(({ sample }) => isShort(sample));
    const rule = entity.rules.find(({ id }) => id === broken?.rule);
    if (broken && rule) {
      this.refused(
        `broken-rule-${fileOne}`,
        `Refused: ${article} ${textOne} against a rule`,
        `Well-typed, and against the rule \`${rule.id}\` of every ${textOne}.`,
        this.ask('POST', list, creationBody(entity, given(broken.sample), this.ids)),
        ruleBroken(entity, { id: rule.id, message: visible(rule.message) }),
      );
    }
    this.missingToken(path, `the ${textOne}`);
    if (this.design.blueprint.tenancy === 'shared') {
      const own = this.token;
      this.signIn(STRANGER, textMany);
      this.refused(
        `foreign-${fileOne}`,
        `Refused: ${article} ${textOne} of another organization`,
        `For ${capital(STRANGER)} the ${textMany} of ${capital(OWNER)} do not exist: the answer is that of an id that was never given out.`,
        this.ask('GET', path),
        notFound(entity, row.id),
      );
      this.token = own;
    }
  }

  private missingToken(path: string, what: string): void {
    this.refused(
      'without-token',
      'Refused: no access token',
      `Nobody reads ${what} without signing in.`,
      { method: 'GET', path },
      TOKEN_MISSING,
    );
  }

  private delete(path: string, row: SampleRow): void {
    const { fileOne, textOne } = row.entity.names;
    this.add(
      `delete-${fileOne}`,
      `Delete the ${textOne}`,
      `With \`version\`, a ${textOne} that changed meanwhile is kept; without it, whatever is there goes.`,
      this.ask('DELETE', `${path}?version=${row.version}`),
      { status: 204, headers: {} },
    );
    this.refused(
      `deleted-${fileOne}`,
      `Refused: the deleted ${textOne}`,
      `The ${textOne} is gone for everybody.`,
      this.ask('GET', path),
      notFound(row.entity, row.id),
    );
  }

  private ask(method: SampleRequest['method'], path: string, body?: JsonObject): SampleRequest {
    return { method, path, token: this.token, ...(body && { body }) };
  }

  private refused(id: string, title: string, about: string, request: SampleRequest, problem: Problem): void {
    this.add(id, title, about, request, refusal(problem, request, correlationIdOf(id)));
  }

  private add(id: string, title: string, about: string, request: SampleRequest, response: SampleResponse): void {
    this.exchanges.push({ id, title, about: oneLine(about), request, response });
  }
}

export function correlationIdOf(exchange: string): string {
  return `sample-${exchange}`;
}

function answer(body: JsonObject): SampleResponse {
  return { status: 200, headers: { 'content-type': JSON_TYPE }, body };
}

/** What the action needs, where there is one. */
function caseSample({ entity, action }: Subject): Sample {
  const found = action?.cases.find(({ path }) => path.length === 0);
  return found?.sample ?? entity.samples[0] ?? {};
}
