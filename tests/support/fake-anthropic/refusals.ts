import { blocksOf, systemTextOf, textOf, type CountBody, type MessagesBody } from './body.js';
import { findModel, type FakeModel } from './models.js';
import { schemaProblems } from './schema-limits.js';
import { tokensOf } from './tokens.js';

const MAX_BREAKPOINTS = 4;

/** What the API would answer with status 400 (or 404), in its words. Undefined: nothing to refuse. */
export interface Refusal {
  readonly status: 400 | 404;
  readonly message: string;
}

/**
 * @param signatures The thinking that each signature was given for.
 */
export function refusalOf(
  body: MessagesBody | CountBody,
  signatures: ReadonlyMap<string, string>,
): Refusal | undefined {
  const model = findModel(body.model);
  if (!model) return { status: 404, message: `model: ${body.model}` };
  const message = [
    ...samplingProblems(body),
    ...outputProblems(body, model),
    ...thinkingProblems(body, model),
    ...toolProblems(body),
    ...turnProblems(body, signatures),
    ...cacheProblems(body),
    ...formatProblems(body),
  ][0];
  return message === undefined ? undefined : { status: 400, message };
}

function samplingProblems(body: object): string[] {
  return ['temperature', 'top_p', 'top_k']
    .filter((name) => name in body)
    .map((name) => `${name}: sampling parameters are not supported on this model`);
}

function outputProblems(body: MessagesBody | CountBody, model: FakeModel): string[] {
  const problems: string[] = [];
  const asked = 'max_tokens' in body ? body.max_tokens : 0;
  if (asked > model.maxOutputTokens)
    problems.push(`max_tokens: ${asked} > ${model.maxOutputTokens}, which is the maximum allowed for ${model.id}`);
  const input = tokensOf(systemTextOf(body) + textOf(body, 'user') + textOf(body, 'assistant'));
  if (input > model.maxInputTokens)
    problems.push(`prompt is too long: ${input} tokens > ${model.maxInputTokens} maximum`);
  const effort = body.output_config?.effort;
  if (effort && !model.effort.includes(effort))
    problems.push(`output_config.effort: "${effort}" is not supported on this model`);
  return problems;
}

function thinkingProblems({ thinking, output_config }: CountBody, model: FakeModel): string[] {
  if (!thinking) return [];
  const { type } = thinking;
  if (!model.thinking.some((each) => each === type))
    return [`thinking.type: "${type}" is not supported on ${model.id}; use ${model.thinking.join(' or ')}`];
  if (thinking.budget_tokens !== undefined) return ['thinking.budget_tokens: Extra inputs are not permitted'];
  const effort = output_config?.effort ?? 'high';
  const isOff = type === 'between_tools' || type === 'disabled';
  if (isOff && (effort === 'xhigh' || effort === 'max'))
    return [`thinking.type: "${type}" is not supported with effort "${effort}"`];
  return [];
}

function toolProblems({ tools, tool_choice, output_config }: CountBody): string[] {
  const problems: string[] = [];
  if (tool_choice?.type === 'any' || tool_choice?.type === 'tool')
    problems.push(`tool_choice: "${tool_choice.type}" is not supported on this model; use "auto" or "none"`);
  if (tool_choice && !tools?.length) problems.push('tool_choice: may only be specified while providing tools');
  if (tools?.length && output_config?.format) problems.push('tools: the fake stands for stages without tools');
  return problems;
}

function turnProblems({ messages }: CountBody, signatures: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  if (messages[0]?.role !== 'user') problems.push('messages: first message must use the "user" role');
  if (messages.at(-1)?.role === 'assistant')
    problems.push(
      'This model does not support assistant message prefill. The conversation must end with a user message.',
    );
  for (const [index, { role, content }] of messages.entries())
    for (const block of blocksOf(content)) {
      if (block.type === 'text') continue;
      if (role === 'user') problems.push(`messages.${index}: "${block.type}" blocks are for assistant messages`);
      else if (block.type === 'thinking' && signatures.get(block.signature) !== block.thinking)
        problems.push(`messages.${index}: Invalid \`signature\` in \`thinking\` block`);
    }
  return problems;
}

function cacheProblems({ system, messages }: CountBody): string[] {
  const blocks = [
    ...(typeof system === 'string' ? [] : (system ?? [])),
    ...messages.flatMap(({ content }) => blocksOf(content)),
  ];
  const count = blocks.filter((block) => 'cache_control' in block && block.cache_control).length;
  if (count <= MAX_BREAKPOINTS) return [];
  return [`A maximum of ${MAX_BREAKPOINTS} blocks with cache_control may be provided. Found ${count}.`];
}

function formatProblems({ output_config }: CountBody): string[] {
  const format = output_config?.format;
  if (!format) return [];
  return schemaProblems(format.schema).map((problem) => `output_config.format.schema: ${problem}`);
}
