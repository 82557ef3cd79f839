import type { ClarifyAnswer } from '../../../src/brief/anthropic/stages/clarify.js';

type Requirements = ClarifyAnswer['requirements'];

const QUALITY = /\bat the same moment|lag by|later, once|any other\b/;
const CONSTRAINT = /\bGDPR|SOC 2|engineers|dollars|Europe\b/;
const EXCLUSION = /\bno team sees|none may ever\b/;

/** Every sentence of a brief as a requirement, verbatim. Headings ask for nothing. */
export function sentencesOf(brief: string): Requirements {
  const paragraphs = brief.split(/\n{2,}/).filter((paragraph) => !paragraph.startsWith('#'));
  return paragraphs
    .flatMap((paragraph) => [...paragraph.matchAll(/\S[^.;]*[.;]?/g)].map(([sentence]) => sentence.trim()))
    .map((quote) => ({
      quote,
      kind: EXCLUSION.test(quote)
        ? 'exclusion'
        : CONSTRAINT.test(quote)
          ? 'constraint'
          : QUALITY.test(quote)
            ? 'quality'
            : 'function',
    }));
}

/** Ids of the requirements in which the words of a name are. */
export function requirementsFor(name: string, requirements: Requirements): string[] {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return requirements.flatMap(({ quote }, index) =>
    words !== '' && quote.toLowerCase().includes(words) ? [`R${index + 1}`] : [],
  );
}
