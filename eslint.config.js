import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    'dist/',
    'dist.*/',
    '.demo/',
    '.scratch/',
    'templates/',
    'examples/',
    'tests/golden/',
    '**/fixtures/',
    'coverage/',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      eqeqeq: 'error',
    },
  },
  {
    // The same blueprint gives the same bytes, whatever the clock, the locale or the machine.
    files: ['src/**/*.ts', 'generators/**/*.ts'],
    ignores: ['src/cli/**', 'src/proof/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'console', message: 'Only the command line prints.' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'Throw a BlueprintError; the command line makes exit codes.' },
        { object: 'Date', property: 'now', message: 'Output must not depend on the clock.' },
        { object: 'Math', property: 'random', message: 'Output must not depend on chance.' },
        { property: 'localeCompare', message: 'Output must not depend on the locale; compare code points.' },
        { property: 'toLocaleString', message: 'Output must not depend on the locale.' },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        setTimeout: 'readonly',
        setImmediate: 'readonly',
      },
    },
  },
);
