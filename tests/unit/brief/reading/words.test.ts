import { describe, expect, it } from 'vitest';

import { stemOf, wordsOf } from '../../../../src/brief/reading/words.js';
import { nouns, readingOf } from './support.js';

describe('words', () => {
  it.each([
    ['multi-tenant', ['multi', 'tenant']],
    ['e-mail E-Mails', ['email', 'emails']],
    ['the customer’s orders', ['the', 'customer', 'orders']],
    ["don't it's", ["don't", "it's"]],
    ['order_items', ['order', 'items']],
    ['Müller 中文', ['müller', '中文']],
  ])('%j', (text, want) => {
    expect(wordsOf(text).map(({ lower }) => lower)).toEqual(want);
  });

  it.each([
    ['organisations', 'organization'],
    ['catalogue', 'catalogs'],
    ['centres', 'center'],
    ['enrolments', 'enrollment'],
    ['categories', 'category'],
    ['people', 'person'],
    ['cancelled', 'cancels'],
    ['licences', 'license'],
    ['invoicing', 'invoice'],
  ])('%s and %s have one stem', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it.each([
    ['booking', 'book'],
    ['news', 'new'],
    ['buildings', 'build'],
    ['listing', 'list'],
    ['meetings', 'meet'],
    ['marketing', 'market'],
    ['university', 'universal'],
  ])('%s and %s have not', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });

  it.each([
    ['A rider rents a bike at a station.', ['rider', 'bike', 'station']],
    ['Members reserve courts and pay a fee.', ['members', 'courts', 'fee']],
    ['We manage beehives, apiaries and harvests.', ['beehives', 'apiaries', 'harvests']],
    ['Each vineyard has several parcels with a grape variety.', ['vineyard', 'parcels', 'grape']],
    ['On Monday the system quickly shows it again.', []],
    ['Dr Miller from Boston asked Anna.', []],
    ['A permit can be approved or rejected by an inspector.', ['permit', 'inspector']],
  ])('things named in %j', (text, want) => {
    expect(nouns(text)).toEqual(want);
  });
});

describe('what a brief is', () => {
  it.each([
    ['Wir vermieten Boote. Kunden buchen ein Boot und zahlen mit der Karte; die Werft sieht das nicht.', false],
    ['Nous louons des bateaux. Les clients réservent un bateau et paient avec une carte.', false],
    ['我们需要一个订单系统', false],
    ['Boats are rented. Customers book a boat and pay by card.', true],
    ['CRM, contacts, deals, pipelines', true],
  ])('%j is English: %s', (text, want) => {
    expect(readingOf(text).english).toBe(want);
  });

  it.each([
    ['A space shooter in Unity where the player dodges asteroids.', /game/],
    ['I want a simple puzzle game with nice sounds.', /game/],
    ['A landing page for our bakery with opening hours and photos. No backend.', /page/],
    ['A static site with my photographs.', /page/],
    ['Only the UI of a weather widget, please.', /screens/],
    ['Write me an essay about the French revolution.', /text/],
    ['```\nconst a = 1;\n' + 'let b = 2;\n'.repeat(40) + '```\n', /source code/],
    ['import a from "b";\nconst x = 1;\nfunction f() {\n  return x;\n}\nlet y = f();', /source code/],
  ])('%j is no backend', (text, why) => {
    expect(readingOf(text).notABackend).toMatch(why);
  });

  it.each([
    'A backend for a game: players, matches and a leaderboard.',
    'An online card game with accounts, matchmaking, leaderboards and purchases.',
    'A shop for board games with orders and stock.',
    'A rental platform for game consoles.',
    'A CMS with landing pages that editors publish, for many customers with accounts.',
    'Customers book haircuts.',
    'Students write essays, teachers grade them and parents see the grade.',
  ])('%j is one', (text) => {
    expect(readingOf(text).notABackend).toBeUndefined();
  });
});
