/** Every code a finding can carry, with its meaning in one line. */
export const CODES = {
  // The file
  FILE_TOO_LARGE: 'The file is larger than a blueprint can be.',
  FILE_EMPTY: 'The file holds no blueprint.',
  CONTROL_CHARACTER: 'A character that has no place in a text file.',
  NESTED_TOO_DEEP: 'Maps or lists are nested deeper than the language ever is.',
  YAML_SYNTAX: 'The text is not YAML.',
  YAML_ALIAS: 'YAML anchors and aliases are not part of the language.',
  YAML_TAG: 'YAML tags are not part of the language.',
  DUPLICATE_KEY: 'A key stands twice in one map.',
  INVALID_KEY: 'A key is not a plain name.',
  LANGUAGE_VERSION: 'The file speaks a version of the language that this release does not know.',
  // Shape
  UNKNOWN_KEY: 'A key that the language does not have here.',
  MISSING_KEY: 'A key that must be given.',
  WRONG_TYPE: 'A value of another shape than the language wants here.',
  INVALID_VALUE: 'A value outside what is allowed.',
  // Lines
  FIELD_SYNTAX: 'A field line that cannot be read.',
  FIELD_TYPE: 'A field type whose arguments make no sense.',
  UNKNOWN_TYPE: 'A field type that does not exist.',
  UNKNOWN_WORD: 'A word that a field or relation line does not have.',
  RELATION_SYNTAX: 'A relation line that cannot be read, or whose words contradict each other.',
  AMBIGUOUS_INVERSE: 'A relation to many that could be the other side of several relations.',
  TRANSITION_SYNTAX: 'A lifecycle line that cannot be read.',
  GRANT_SYNTAX: 'A grant that cannot be read.',
  REACTION_SHAPE: 'A reaction without exactly one trigger and one effect.',
  // Names
  INVALID_NAME: 'A name that is not an identifier of the wanted form.',
  DUPLICATE_NAME: 'Two things of one kind share a name.',
  NAME_TOO_LONG: 'A name longer than 40 characters.',
  NAME_NOT_SINGULAR: 'The name of an entity is its own plural.',
  RESERVED_NAME: 'A name that means something else in the generated repository.',
  COLLISION: 'Two things would carry one name in the generated repository.',
  // Contexts, relations, tenancy
  NO_ENTITIES: 'The blueprint declares no entity.',
  UNKNOWN_CONTEXT: 'A context that does not exist.',
  CONTEXT_CYCLE: 'Contexts need each other in a circle.',
  CONTEXT_NOT_NEEDED: 'A relation to a context that is not listed in `needs`.',
  UNKNOWN_ENTITY: 'An entity that does not exist, or not here.',
  UNKNOWN_RELATION: 'A relation that does not exist.',
  LINK_TWICE: 'A many-to-many relation written on both sides.',
  OWNERSHIP: 'A part with several wholes, or an owner that is none.',
  REQUIRED_CYCLE: 'Required relations in a circle, so that no first row can be created.',
  GLOBAL_ENTITY: 'Something that global reference data cannot have.',
  // Fields
  FIELD_WORD: 'A word that makes no sense with the type of its field.',
  FIELD_VALUE: 'A value that its field would not accept.',
  RANGE: 'A minimum or maximum that makes no sense.',
  PATTERN: 'A regular expression that is wrong, or dangerous to run.',
  DUPLICATE_RULE: 'Two rules of an entity share an id.',
  LIST_FIELD: 'A list option that does not fit the type of its field.',
  UNKNOWN_FIELD: 'A field that does not exist.',
  // Lifecycles and access
  LIFECYCLE: 'A state machine that cannot work.',
  UNKNOWN_STATE: 'A state that is not a value of the enum field.',
  UNKNOWN_ROLE: 'A role that does not exist.',
  UNKNOWN_ACTION: 'An action that does not exist.',
  // What happens by itself
  UNKNOWN_EVENT: 'An event that nothing emits.',
  UNKNOWN_INTEGRATION: 'An integration that does not exist.',
  REPORT: 'A report that cannot be computed.',
  SCALE: 'Figures that contradict each other.',
  NOT_GENERATED_YET: 'An ability of the language that is understood, but not generated yet.',
  // Expressions
  EXPRESSION_SYNTAX: 'An expression that is not CEL.',
  EXPRESSION_UNSUPPORTED: 'A construct of CEL that blueprints do not support.',
  EXPRESSION_TYPE: 'An expression whose types do not fit together.',
  EXPRESSION_NAME: 'An expression that names something its entity does not have.',
} as const;

export type Code = keyof typeof CODES;
