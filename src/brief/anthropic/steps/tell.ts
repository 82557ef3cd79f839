import { readBlueprint } from '../../../blueprint/read.js';
import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import type { DocumentSource } from '../../../blueprint/schema/document.js';
import { writeBlueprint } from '../../../blueprint/write.js';
import { factsOf } from '../../../design/explain.js';
import { design } from '../../../design/index.js';
import type { Design } from '../../../design/model.js';
import { narrativeProblems } from '../../../design/narrative.js';
import { byCodePoint } from '../../../text/order.js';
import { blueprintBlock, briefBlock, factsBlock, joined } from '../prompt.js';
import type { Run } from '../run.js';
import { prose, type ProseAnswer } from '../stages/prose.js';

type Narrative = NonNullable<DocumentSource['narrative']>;
type Passage = ProseAnswer['passages'][number];

const MOST_FACTS = 60;
const MOST_DECISIONS = 6;

/** Passages for the document. One that names or counts what the design does not know is left out; the document then says it itself. */
export async function tell(run: Run, blueprint: BlueprintSource): Promise<Narrative | undefined> {
  const read = readBlueprint(writeBlueprint(blueprint), 'blueprint.yaml').blueprint;
  if (!read) return undefined;
  const made = design(read);
  const decisions = made.decisions.slice(0, MOST_DECISIONS);
  const result = await run.runner.run({
    stage: prose,
    label: 'prose',
    shared: joined(briefBlock(run.brief), blueprintBlock(writeBlueprint(blueprint))),
    input: joined(
      factsBlock(factLines(made)),
      `Decisions:\n${decisions.map(({ id, title }) => `${id}: ${title}`).join('\n')}`,
    ),
    check: ({ passages }) =>
      passages.flatMap((passage) => problemsOf(passage, made).map((why) => `${nameOf(passage)}: ${why}`)),
  });
  if (result.kind === 'failed') {
    run.degrade({ stage: 'prose', why: result.why, instead: 'The document says everything in its own words.' });
    return undefined;
  }
  const fit = result.answer.passages.filter((passage) => problemsOf(passage, made).length === 0);
  const dropped = result.answer.passages.filter((passage) => !fit.includes(passage));
  if (dropped.length > 0) {
    run.degrade({
      stage: 'prose',
      why: `These passages claim what the design does not know: ${dropped.map(nameOf).join(', ')}.`,
      instead: 'The document says them in its own words.',
    });
  }
  return narrativeOf(fit);
}

function problemsOf({ slot, name, text }: Passage, made: Design): string[] {
  const known = {
    summary: [''],
    context: made.blueprint.contexts.map((one) => one.name),
    decision: made.decisions.map(({ id }) => id),
  };
  if (!known[slot].includes(name)) return [`There is no ${slot} of this name.`];
  return text.trim() === '' ? ['It is empty.'] : [...narrativeProblems(text, made)];
}

const nameOf = ({ slot, name }: Passage): string => (slot === 'summary' ? slot : `${slot} ${name.slice(0, 40)}`);

function narrativeOf(passages: readonly Passage[]): Narrative | undefined {
  const summary = passages.find(({ slot }) => slot === 'summary')?.text.trim();
  const of = (wanted: Passage['slot']): Record<string, string> =>
    Object.fromEntries(
      passages
        .filter(({ slot }) => slot === wanted)
        .map(({ name, text }): [string, string] => [name, text.trim()])
        .sort(([one], [other]) => byCodePoint(one, other)),
    );
  const [contexts, decisions] = [of('context'), of('decision')];
  const narrative = {
    ...(summary === undefined ? {} : { summary }),
    ...(Object.keys(contexts).length === 0 ? {} : { contexts }),
    ...(Object.keys(decisions).length === 0 ? {} : { decisions }),
  };
  return Object.keys(narrative).length === 0 ? undefined : narrative;
}

/** Figures that a passage may cite, the ones about load and money first. */
function factLines(made: Design): string[] {
  const rank = (id: string): number => RANKED.findIndex((prefix) => id.startsWith(prefix));
  return [...factsOf(made).values()]
    .filter(({ value }) => typeof value === 'number')
    .sort((one, other) => rank(one.id) - rank(other.id) || byCodePoint(one.id, other.id))
    .slice(0, MOST_FACTS)
    .map(({ id, label }) => `{${id}}: ${label}`);
}

/** The last one begins every id. */
const RANKED = ['scale.', 'cost.', 'capacity.', 'slo.', ''];
