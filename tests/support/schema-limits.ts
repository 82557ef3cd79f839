/** Schemas within the limits of structured output, and one for every limit that passes it. */

type Properties = Record<string, object>;

const text = { type: 'string' };
const simple = closed({ a: text });

function closed(properties: Properties, rest: object = {}): object {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false, ...rest };
}

function many(count: number, value: object): Properties {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, value]));
}

export const schemasWithin: readonly (readonly [string, object])[] = [
  ['a plain object', simple],
  ['an array of objects', closed({ a: { type: 'array', items: closed({ b: text }) } })],
  [
    'an enum, a constant, a format',
    closed({ a: { enum: ['x', 'y'] }, b: { const: 1 }, c: { type: 'string', format: 'date' } }),
  ],
  ['24 optional properties', { ...closed(many(24, text)), required: [] }],
  ['16 unions', closed(many(16, { type: ['string', 'null'] }))],
  ['a definition', closed({ a: { $ref: '#/$defs/x' } }, { $defs: { x: text } })],
  ['minItems 1', closed({ a: { type: 'array', items: text, minItems: 1 } })],
];

/** The last of each row: how the problem is named by whoever follows the documentation. */
export const schemasBeyond: readonly (readonly [string, object, RegExp])[] = [
  ['a root that is an array', { type: 'array', items: text }, /root/],
  ['open objects', { ...simple, additionalProperties: true }, /additionalProperties/],
  ['objects that do not say', { type: 'object', properties: {} }, /additionalProperties/],
  ['a minimum', closed({ a: { type: 'integer', minimum: 1 } }), /minimum/],
  ['a maximum', closed({ a: { type: 'integer', maximum: 1 } }), /maximum/],
  ['a length', closed({ a: { type: 'string', maxLength: 9 } }), /maxLength/],
  ['a multiple', closed({ a: { type: 'number', multipleOf: 5 } }), /multipleOf/],
  ['maxItems', closed({ a: { type: 'array', items: text, maxItems: 5 } }), /maxItems/],
  ['minItems 2', closed({ a: { type: 'array', items: text, minItems: 2 } }), /minItems/],
  ['an array of anything', closed({ a: { type: 'array' } }), /items/],
  ['a default', closed({ a: { type: 'string', default: 'x' } }), /default/],
  ['oneOf', closed({ a: { oneOf: [text, text] } }), /oneOf/],
  ['records', closed({ a: { type: 'object', propertyNames: text, additionalProperties: false } }), /propertyNames/],
  ['an unknown format', closed({ a: { type: 'string', format: 'phone' } }), /format/],
  ['look-ahead', closed({ a: { type: 'string', pattern: '^(?=a)' } }), /pattern/],
  ['an enum of objects', closed({ a: { enum: [{}] } }), /enum/],
  [
    'recursion',
    closed({ a: { $ref: '#/$defs/x' } }, { $defs: { x: closed({ b: { $ref: '#/$defs/x' } }) } }),
    /recursive/,
  ],
  ['itself', closed({ a: { $ref: '#' } }), /definition/],
  ['another document', closed({ a: { $ref: 'https://example.com/x.json' } }), /definition/],
  ['a definition that is not there', closed({ a: { $ref: '#/$defs/x' } }), /definition/],
  ['allOf with $ref', closed({ a: { $ref: '#/$defs/x', allOf: [text] } }, { $defs: { x: text } }), /allOf/],
  ['25 optional properties', { ...closed(many(25, text)), required: [] }, /optional/],
  ['17 unions', closed(many(17, { anyOf: [text, { type: 'null' }] })), /union/],
  ['161 enum values', closed({ a: { enum: Array.from({ length: 161 }, (_, index) => index) } }), /complex/],
  ['3,601 bytes', closed({ a: { type: 'string', description: 'x'.repeat(3600) } }), /too large/],
];
