import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const outsidePorts = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Read time through the Clock port (libs/kernel/clock.ts).',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Read time through the Clock port (libs/kernel/clock.ts).',
  },
  {
    selector: "CallExpression[callee.name='fetch']",
    message: 'HTTP goes through a port (axios), never through fetch.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];
const nest = {
  group: ['@nestjs/*'],
  message: 'Only *.module|controller|guard|filter|interceptor.ts and apps/* import Nest.',
};
/**
 * A row that is named by others is read by each insert that names it (`for key share`). Only this lock makes those wait, and they hold
 * what its holder asks for next: of a clerk who published and a coordinator who ruled, one got 500.
 */
const keyLock = [
  {
    selector: "CallExpression[callee.property.name='forUpdate']",
    message: 'forNoKeyUpdate(), see eslint.config.mjs.',
  },
  {
    selector: 'TemplateElement[value.raw=/\\bfor update\\b/]',
    message: 'for no key update, see eslint.config.mjs.',
  },
];
const query = {
  group: ['kysely', 'kysely/*', 'pg', '@electric-sql/*'],
  message: 'Only *.sql.ts and libs/database import the query builder.',
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'data/**', 'coverage/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-restricted-syntax': ['error', ...outsidePorts, ...keyLock],
    },
  },
  {
    files: ['libs/**/*.ts', 'libs/**/*.tsx'],
    ignores: [
      'libs/**/*.module.ts',
      'libs/**/*.controller.ts',
      'libs/**/*.guard.ts',
      'libs/**/*.filter.ts',
      'libs/**/*.interceptor.ts',
      'libs/**/*.sql.ts',
      'libs/database/**',
      'libs/jobs/**',
    ],
    rules: { 'no-restricted-imports': ['error', { patterns: [nest, query] }] },
  },
  {
    files: ['libs/**/*.sql.ts', 'libs/database/**/*.ts', 'libs/jobs/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [nest] }] },
  },
  {
    files: ['libs/kernel/clock.ts', 'apps/console/**', 'test/**', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['apps/console/public/**/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly', matchMedia: 'readonly' } },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
