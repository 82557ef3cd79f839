import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cleanBrief } from '../../../src/brief/clean.js';
import { findSecrets } from '../../../src/brief/secrets.js';

const letters = 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA';
/** Put together here, so that nothing in this file looks like a key. */
const key = (prefix: string, length: number) => prefix + letters.repeat(10).slice(0, length);
const hex = (length: number) => 'deadbeef01234567'.repeat(8).slice(0, length);

describe('secrets in a brief', () => {
  it.each([
    ['Anthropic API key', key('sk-ant-', 95)],
    ['OpenAI API key', key('sk-proj-', 48)],
    ['AWS access key', 'AKIA' + 'IOSFODNN7EXAMPLE'],
    ['GitHub token', key('ghp_', 36)],
    ['GitHub token', key('github_pat_', 60)],
    ['GitLab token', key('glpat-', 20)],
    ['Stripe key', key('sk_live_', 24)],
    ['Stripe key', key('rk_test_', 24)],
    ['Slack token', key('xoxb-', 40)],
    ['Slack webhook', `hooks.slack.com/services/T0000/B0000/${letters}`],
    ['Google API key', key('AIza', 35)],
    ['SendGrid key', `SG.${letters.slice(0, 22)}.${key('', 43)}`],
    ['Twilio key', `SK${hex(32)}`],
    ['Shopify token', `shpat_${hex(32)}`],
    ['npm token', key('npm_', 36)],
    ['JSON web token', `eyJ${letters}.eyJ${letters}.${letters}`],
  ])('finds a %s', (kind, secret) => {
    const text = `Our system\nuses ${secret}, so far.`;
    const found = findSecrets(text);
    expect(found.map((each) => ({ ...each, text: text.slice(each.start, each.end) }))).toEqual([
      expect.objectContaining({ kind, line: 2, text: secret }),
    ]);
  });

  it.each([
    ['password: hunter2', 'hunter2'],
    ['The password is S3cret!x.', 'S3cret!x'],
    ['DB_PASSWORD=correcthorse', 'correcthorse'],
    ['{"apiKey": "abcdef-ghijkl"}', 'abcdef-ghijkl'],
    ['**API key**: 9f8e7d6c5b4a', '9f8e7d6c5b4a'],
    ['client_secret = "zzz-yyy-xxx"', 'zzz-yyy-xxx'],
    ['AccountKey=abc123DEF456== is ours', 'abc123DEF456=='],
    ['Authorization: Bearer abc.def.ghi-jkl_mno123', 'abc.def.ghi-jkl_mno123'],
    ['postgres://shop:pa55@db.internal:5432/shop', 'shop:pa55'],
    ['amqps://user:p@ss/w@rd@queue/vhost', 'user:p@ss/w@rd'],
    ['mongodb+srv://me:pw@cluster0.x.net', 'me:pw'],
  ])('finds what %j gives away', (text, secret) => {
    expect(findSecrets(text).map(({ start, end }) => text.slice(start, end))).toEqual([secret]);
  });

  it('finds a private key with all of its lines, and one that is cut off', () => {
    const body = `${'MIIEvQIBADANBgkq'.repeat(4)}\n`.repeat(3);
    const whole = `Key:\n-----BEGIN RSA PRIVATE KEY-----\n${body}-----END RSA PRIVATE KEY-----\nOrders are placed.`;
    expect(cleanBrief(whole, 'x').text).toBe('Key:\n[secret removed]\nOrders are placed.');
    expect(cleanBrief(`-----BEGIN PRIVATE KEY-----\n${body}`, 'x').text).toBe('[secret removed]');
  });

  it.each([
    'Users reset their password: a mail with a link is sent.',
    'Password: at least 8 characters, one of them a digit',
    'Tokens expire; the token is short-lived.',
    'Auth token: OAuth2',
    'The secret is bcrypt.',
    'password: argon2id, tokens: RS256',
    'API_KEY=<your key>, password=${DB_PASSWORD}',
    'Secret santa: 20 people',
    'Access key: required',
    'skip-the-line-tickets-for-everyone-everywhere',
    'https://example.com:8080/orders and mailto:me@example.com',
    'The ratio is 3:2@home',
    'an order number such as ORD-2024-000123 and the SKU AB12-CD34',
    '-----BEGIN CERTIFICATE-----',
  ])('leaves %j alone', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });

  it('never leaves a secret in the text, and never gives one back', () => {
    const secret = fc.constantFrom(
      key('sk-ant-', 400),
      key('ghp_', 36),
      `eyJ${key('', 6000)}.eyJ${letters}.${letters}`,
      key('xoxb-', 800),
    );
    fc.assert(
      fc.property(fc.lorem({ maxCount: 20 }), secret, fc.lorem({ maxCount: 20 }), (before, hidden, after) => {
        const brief = cleanBrief(`${before} ${hidden} ${after}`, 'x');
        expect(brief.text).toBe(`${before} [secret removed] ${after}`);
        expect(JSON.stringify(brief)).not.toContain(hidden.slice(0, 20));
      }),
    );
  });

  it('takes passages that overlap once, in order', () => {
    const text = `password: ${key('sk-ant-', 40)} token=${key('ghp_', 36)}`;
    const found = findSecrets(text);
    expect(found).toHaveLength(2);
    expect(found[0]!.end).toBeLessThan(found[1]!.start);
  });
});
