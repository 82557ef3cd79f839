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
  // Expressions
  EXPRESSION_SYNTAX: 'An expression that is not CEL.',
  EXPRESSION_UNSUPPORTED: 'A construct of CEL that blueprints do not support.',
  EXPRESSION_TYPE: 'An expression whose types do not fit together.',
  EXPRESSION_NAME: 'An expression that names something its entity does not have.',
} as const;

export type Code = keyof typeof CODES;
