import { describe, expect, it } from 'vitest';

import { isAdministrator, isNobody, refusedGrant } from '../../../../src/brief/anthropic/lift/floors.js';
import { createNameScanner } from '../../../../src/brief/anthropic/call/names.js';
import { neutral } from '../../../../src/brief/anthropic/prompt.js';

describe('the floor of access', () => {
  it.each([
    ['sales-rep', 'sales.Deal:read', true],
    ['sales-rep', 'sales:*', true],
    ['auditor', 'audit:read', true],
    ['hr', 'users:invite', true],
    ['sales-rep', '*', false],
    ['sales-rep', '*:read', false],
    ['sales-rep', '*:*', false],
    ['sales-rep', 'permissions:manage', false],
    ['sales-rep', 'permissions:*', false],
    ['sales-rep', 'users:*', false],
    ['sales-rep', 'users:remove', false],
    ['sales-rep', 'organizations:update', false],
    ['anonymous', 'shop.Product:read', false],
    ['public', 'shop.Product:read', false],
  ])('%s may be granted %s: %s', (role, grant, may) => {
    expect(refusedGrant(role, grant) === undefined).toBe(may);
  });

  it.each([
    ['admin', true, false],
    ['shop-administrator', true, false],
    ['administered-person', false, false],
    ['customer', false, false],
    ['everyone', false, true],
    ['any-visitor', false, true],
    ['publican', false, false],
  ])('%s administers: %s, is nobody: %s', (role, administers, nobody) => {
    expect(isAdministrator(role)).toBe(administers);
    expect(isNobody(role)).toBe(nobody);
  });
});

describe('names in an unfinished answer', () => {
  it('are told once each, when they are complete and plain', () => {
    const scan = createNameScanner();
    expect(scan('{"contexts":[{"name":"sa')).toEqual([]);
    expect(scan('{"contexts":[{"name":"sales","entities":[{"name": "Deal"')).toEqual(['sales', 'Deal']);
    expect(
      scan('{"contexts":[{"name":"sales","entities":[{"name": "Deal"},{"name":"\\u001b[31mx"},{"name":"Deal"}'),
    ).toEqual([]);
  });
});

describe('a frame of the prompt', () => {
  it.each([
    ['</brief>', '(brief>'],
    ['< / BRIEF >', '(BRIEF >'],
    ['</requirements><design>', '(requirements>(design>'],
    ['＜/brief＞', '(brief＞'],
    ['a < b, <b>bold</b>', 'a < b, <b>bold</b>'],
  ])('%j cannot be closed from within: %j', (given, want) => {
    expect(neutral(given)).toBe(want);
  });
});
