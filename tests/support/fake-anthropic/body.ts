import { z } from 'zod';

/** One hour is for batches and agents that wait; the fake's cache knows five minutes only. */
const cacheControl = z
  .strictObject({ type: z.literal('ephemeral'), ttl: z.literal('5m').optional() })
  .nullable()
  .optional();

const textBlock = z.strictObject({ type: z.literal('text'), text: z.string().min(1), cache_control: cacheControl });

/** What a message may hold. Images, documents and tools are beyond what the fake stands for. */
const contentBlock = z.discriminatedUnion('type', [
  // Blocks of an answer come back as they were received, with fields that only answers have.
  textBlock.extend({ citations: z.array(z.unknown()).nullable().optional() }),
  z.strictObject({ type: z.literal('thinking'), thinking: z.string(), signature: z.string() }),
  z.strictObject({ type: z.literal('redacted_thinking'), data: z.string() }),
]);

const message = z.strictObject({
  role: z.enum(['user', 'assistant']),
  content: z.union([z.string().min(1), z.array(contentBlock).min(1)]),
});

/** The body of `POST /v1/messages`. Unknown keys are refused, as the API does: "Extra inputs are not permitted". */
export const messagesBody = z.strictObject({
  model: z.string(),
  max_tokens: z.int().min(1),
  messages: z.array(message).min(1),
  system: z.union([z.string(), z.array(textBlock)]).optional(),
  stream: z.boolean().optional(),
  thinking: z
    .strictObject({
      type: z.string(),
      budget_tokens: z.int().optional(),
      display: z.enum(['summarized', 'omitted']).nullable().optional(),
    })
    .optional(),
  output_config: z
    .strictObject({
      effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max']).nullable().optional(),
      format: z
        .strictObject({ type: z.literal('json_schema'), schema: z.record(z.string(), z.unknown()) })
        .nullable()
        .optional(),
    })
    .optional(),
  metadata: z.strictObject({ user_id: z.string().nullable().optional() }).optional(),
  stop_sequences: z.array(z.string()).optional(),
  tools: z.array(z.looseObject({ name: z.string() })).optional(),
  tool_choice: z.looseObject({ type: z.string() }).optional(),
  service_tier: z.enum(['auto', 'standard_only']).optional(),
  // Known, so that they are refused by their own message.
  temperature: z.number().optional(),
  top_p: z.number().optional(),
  top_k: z.number().optional(),
});
export type MessagesBody = z.infer<typeof messagesBody>;

/** `POST /v1/messages/count_tokens` takes what decides about the input, and nothing else. */
export const countBody = messagesBody.omit({
  max_tokens: true,
  stream: true,
  metadata: true,
  stop_sequences: true,
  service_tier: true,
  temperature: true,
  top_p: true,
  top_k: true,
});
export type CountBody = z.infer<typeof countBody>;

export type ContentBlock = z.infer<typeof contentBlock>;

export function blocksOf(content: string | readonly ContentBlock[]): readonly ContentBlock[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}

/** The texts of all turns of one side, in order. */
export function textOf(body: CountBody, role: 'user' | 'assistant'): string {
  return body.messages
    .filter((each) => each.role === role)
    .flatMap((each) => blocksOf(each.content))
    .map((block) => (block.type === 'text' ? block.text : ''))
    .join('\n');
}

export function systemTextOf({ system }: CountBody): string {
  return typeof system === 'string' ? system : (system ?? []).map(({ text }) => text).join('\n');
}
