import type { Diagram } from '../../../src/diagrams/model.js';

const words = { title: 'Tiny', caption: 'A tiny system.' };

/** One diagram of each kind, small enough to be checked by eye. */
export const tiny: Readonly<Record<string, Diagram>> = {
  tiers: {
    ...words,
    kind: 'tiers',
    tiers: [
      { title: 'Clients', boxes: [{ id: 'web', title: 'Web', lines: ['browser'] }] },
      {
        title: 'Runtime',
        boxes: [
          { id: 'api', title: 'API', lines: ['2 processes'] },
          { id: 'worker', title: 'Worker', lines: [], designed: true },
        ],
      },
      {
        title: 'Data',
        boxes: [
          { id: 'primary', title: 'Primary', lines: [] },
          { id: 'replica', title: 'Replica', lines: [], designed: true },
        ],
      },
    ],
    arrows: [
      { from: 'web', to: 'api', label: 'HTTPS 443' },
      { from: 'api', to: 'primary', label: 'SQL 5432' },
      { from: 'worker', to: 'primary', label: 'SQL 5432', designed: true },
      { from: 'primary', to: 'replica', label: 'log', designed: true },
      { from: 'worker', to: 'web', label: 'webhooks', designed: true },
      { from: 'web', to: 'replica', label: 'exports' },
    ],
  },
  dependencies: {
    ...words,
    kind: 'dependencies',
    nodes: [
      { id: 'catalog', title: 'Catalog', about: 'What is for sale' },
      { id: 'ordering', title: 'Ordering', about: 'What was bought' },
    ],
    uses: [{ from: 'ordering', to: 'catalog' }],
  },
  sequence: {
    ...words,
    kind: 'sequence',
    actors: [
      { id: 'client', title: 'Client' },
      { id: 'api', title: 'API' },
      { id: 'worker', title: 'Worker', designed: true },
    ],
    steps: [
      { kind: 'message', from: 'client', to: 'api', text: 'POST /orders' },
      { kind: 'note', from: 'api', to: 'worker', text: 'one transaction' },
      { kind: 'message', from: 'api', to: 'api', text: 'check the rules' },
      {
        kind: 'branches',
        branches: [
          { when: 'they hold', steps: [{ kind: 'message', from: 'api', to: 'worker', text: 'order.placed' }] },
          { when: 'one is broken', steps: [{ kind: 'message', from: 'api', to: 'client', text: '422', reply: true }] },
        ],
      },
    ],
  },
  states: {
    ...words,
    kind: 'states',
    states: ['open', 'done', 'dropped'],
    initial: 'open',
    transitions: [
      { from: 'open', to: 'done', label: 'finish' },
      { from: 'done', to: 'open', label: 'reopen' },
      { from: 'open', to: 'dropped', label: 'drop' },
    ],
  },
  entities: {
    ...words,
    kind: 'entities',
    groups: [
      {
        title: 'Ordering',
        entities: [
          {
            id: 'Order',
            title: 'Order',
            table: 'orders',
            columns: [
              { name: 'id', type: 'uuid', keys: ['PK'] },
              { name: 'customer_id', type: 'uuid', keys: ['FK'] },
              { name: 'total', type: 'decimal(8, 3)', keys: [], optional: true },
            ],
          },
          { id: 'Customer', title: 'Customer (customers)', columns: [] },
        ],
      },
    ],
    relations: [{ from: 'Order', to: 'Customer', fromCount: 'many', toCount: 'one', label: 'customer_id' }],
  },
  overview: {
    ...words,
    kind: 'entities',
    groups: [
      { title: 'Ordering', entities: [{ id: 'Order', title: 'Order', columns: [] }] },
      { title: 'Customers', entities: [{ id: 'Customer', title: 'Customer', columns: [] }] },
    ],
    relations: [{ from: 'Order', to: 'Customer', fromCount: 'many', toCount: 'zero-or-one', label: 'customer_id' }],
  },
};
