import type { ModelInfo } from '@anthropic-ai/sdk/resources/models';

type Thinking = 'adaptive' | 'between_tools' | 'disabled' | 'enabled';
type Effort = 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** What the API knows of a model and holds requests to. */
export interface FakeModel {
  readonly id: string;
  readonly name: string;
  readonly line: 'haiku' | 'sonnet' | 'opus';
  /** Accepted values of `thinking.type`; every other is a 400. */
  readonly thinking: readonly Thinking[];
  readonly effort: readonly Effort[];
  readonly maxInputTokens: number;
  readonly maxOutputTokens: number;
  /** A prefix of fewer tokens is not cached; no error says so. */
  readonly minCacheableTokens: number;
}

const limits = { maxInputTokens: 1_000_000, maxOutputTokens: 128_000, minCacheableTokens: 512 };
const ALL_EFFORTS: readonly Effort[] = ['low', 'medium', 'high', 'xhigh', 'max'];

/** Where the documentation leaves room, the stricter reading: a client that passes here passes there. */
export const MODELS: readonly FakeModel[] = [
  {
    id: 'claude-opus-5-5',
    name: 'Claude Opus 5.5',
    line: 'opus',
    thinking: ['adaptive'],
    effort: ALL_EFFORTS,
    ...limits,
  },
  {
    id: 'claude-sonnet-5-5',
    name: 'Claude Sonnet 5.5',
    line: 'sonnet',
    thinking: ['adaptive', 'between_tools'],
    effort: ALL_EFFORTS,
    ...limits,
  },
  {
    id: 'claude-haiku-5-5',
    name: 'Claude Haiku 5.5',
    line: 'haiku',
    thinking: ['adaptive', 'disabled'],
    effort: ['low', 'medium', 'high'],
    ...limits,
  },
];

export function findModel(id: string): FakeModel | undefined {
  return MODELS.find((model) => model.id === id);
}

/** `GET /v1/models/{id}`. */
export function modelInfo(model: FakeModel): ModelInfo {
  const yes = { supported: true };
  const no = { supported: false };
  const has = (is: boolean) => (is ? yes : no);
  return {
    id: model.id,
    type: 'model',
    display_name: model.name,
    line: model.line,
    lifecycle: 'active',
    created_at: '2026-10-08T00:00:00Z',
    deprecated_at: null,
    retires_at: null,
    max_input_tokens: model.maxInputTokens,
    max_tokens: model.maxOutputTokens,
    capabilities: {
      batch: yes,
      citations: yes,
      code_execution: yes,
      context_management: {
        supported: yes.supported,
        clear_thinking_20251015: yes,
        clear_tool_uses_20250919: yes,
        compact_20260112: yes,
      },
      effort: {
        supported: true,
        low: has(model.effort.includes('low')),
        medium: has(model.effort.includes('medium')),
        high: has(model.effort.includes('high')),
        xhigh: has(model.effort.includes('xhigh')),
        max: has(model.effort.includes('max')),
      },
      image_input: yes,
      pdf_input: yes,
      server_tools: { supported: true, code_execution: yes, web_search: yes },
      structured_outputs: yes,
      thinking: {
        supported: true,
        types: {
          adaptive: has(model.thinking.includes('adaptive')),
          between_tools: has(model.thinking.includes('between_tools')),
          disabled: has(model.thinking.includes('disabled')),
          enabled: has(model.thinking.includes('enabled')),
        },
      },
    },
  };
}
