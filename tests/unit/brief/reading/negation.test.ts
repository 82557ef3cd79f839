import { describe, expect, it } from 'vitest';

import { ruledOut } from './support.js';

describe('what a brief rules out', () => {
  it.each([
    ['A CRM with no payments and no chat.', 'payments chat'],
    ['No payments, chat, or mobile app.', 'payments chat or mobile app'],
    ['No chat, no payments, just bookings.', 'chat payments'],
    ['No payments, users manage their lists.', 'payments'],
    ['There is no inventory, customers just book.', 'inventory'],
    ['No payments are needed.', 'payments'],
    ['No need for chat.', 'chat'],
    ['We have no cash register and no gift cards.', 'cash register gift cards'],
    ['No online payments, no real-time chat, no fancy reports.', 'online payments real time chat fancy reports'],
    ['A simple tracker without payments.', 'payments'],
    ['We track orders, not payments.', 'payments'],
    ['Neither payments nor chat.', 'payments nor chat'],
    ['Payments are out of scope. Orders are not.', 'Payments'],
    ['Payments, chat and reviews are out of scope.', 'Payments chat and reviews'],
    ['Invoices are sent by mail, and payments are out of scope.', 'and payments'],
    ['Payments: not in the first version.', 'Payments'],
    ['Shipping is handled elsewhere.', 'Shipping'],
    ['We don’t need a mobile app or loyalty points.', 'a mobile app or loyalty points'],
    ["We won't do payments.", 'payments'],
    ['It does not handle payments or inventory.', 'payments or inventory'],
    ['The first version will not have invoices.', 'invoices'],
    ["Customers don't need accounts.", 'accounts'],
    ['Leave out payments.', 'payments'],
    ['Instead of tickets we use tasks.', 'tickets'],
    ['This is not a marketplace.', 'marketplace'],
    ['Out of scope: payments, chat and mobile apps.', 'payments chat and mobile apps'],
    ['Payments come later; chat will be added in version two.', 'Payments chat'],
    ['An app may come later.', 'An app'],
    ['Later we want a shop with reviews.', 'we want a shop with reviews'],
    ['Reviews can wait.', 'Reviews'],
    ['## Out of scope\n- payments\n- chat\n\n## In scope\n- orders', 'payments chat'],
    ['Non-goals:\n- payments\n\nOrders are placed.', 'payments'],
    ['# Later\nA shop.\n# Now\nOrders.', 'A shop'],
    ["## What we don't need\n### Money\nInvoices.", 'Money Invoices'],
  ])('%j', (text, want) => {
    expect(ruledOut(text)).toBe(want);
  });

  it.each([
    'Nobody wins a deal of no value, and nobody loses one without saying why.',
    'An order must never be lost and never be charged twice.',
    'No team sees the lists of another.',
    'No order may be shipped unless it is paid.',
    'No order leaves without a label.',
    'A deal is not closed without a reason.',
    'A task without a due date is never overdue.',
    'Guests check out without an account.',
    'They work without waiting.',
    'Products with no stock are hidden.',
    'Not only orders but also refunds.',
    'No-shows are charged a fee, no later than the next day.',
    'Drivers do not see other drivers’ routes.',
    'A webhook that their server missed must arrive later, once it is back.',
    'An invoice is sent three days later.',
    'Payments are not optional.',
    'Customers cannot cancel after shipping.',
    'A customer may not see the notes of the staff.',
    'There are no two bookings at the same time.',
    '## Features\n- payments',
  ])('rules nothing out in %j', (text) => {
    expect(ruledOut(text)).toBe('');
  });
});
