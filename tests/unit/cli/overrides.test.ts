import { describe, expect, it } from 'vitest';

import { applyOverrides, parseOverride } from '../../../src/cli/overrides.js';

const set = (text: string, ...overrides: string[]) => applyOverrides(text, overrides.map(parseOverride));

describe('--set', () => {
  it('changes a value and leaves the rest of the text alone', () => {
    const text = '# our shop\nname: shop # short\nstack: { queue: bullmq }\n';
    expect(set(text, 'stack.queue=rabbitmq')).toBe('# our shop\nname: shop # short\nstack: { queue: rabbitmq }\n');
  });

  it('adds what the blueprint does not say', () => {
    expect(set('name: shop\n', 'stack.queue=bullmq')).toBe('name: shop\nstack:\n  queue: bullmq\n');
    expect(set('name: shop\nstack:\n', 'stack.queue=bullmq')).toBe('name: shop\nstack:\n  queue: bullmq\n');
  });

  it('reads values as YAML', () => {
    expect(set('scale: {}\n', 'scale.tenants=30')).toBe('scale: { tenants: 30 }\n');
    expect(set('constraints: {}\n', 'constraints.regions=[eu-central-1]')).toBe(
      'constraints: { regions: [ eu-central-1 ] }\n',
    );
  });

  it('lets the last of two win', () => {
    expect(set('title: A\n', 'title=B', 'title=C')).toBe('title: C\n');
  });

  it('changes nothing without overrides', () => {
    expect(set('name:   shop\n')).toBe('name:   shop\n');
  });

  it.each(['stack.queue', '=x', '.queue=x', 'stack..queue=x', 'stack.=x'])('refuses %j', (text) => {
    expect(() => parseOverride(text)).toThrow('is not of the form path=value');
  });

  it('refuses to look inside a value', () => {
    expect(() => set('name: shop\n', 'name.first=x')).toThrow('"name" holds a value');
  });

  it('refuses a value that is not YAML', () => {
    expect(() => parseOverride('title=a: b: c')).toThrow('is not YAML');
  });
});
