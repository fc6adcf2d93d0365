import nextCoreWebVitals from 'eslint-config-next/core-web-vitals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import berth from './tools/eslint-rules.mjs'

const TYPESCRIPT = ['**/*.{ts,tsx}']
const TESTS = ['**/*.test.{ts,tsx}', 'src/**/testing/**', 'e2e/**']
const SCREENS = ['**/*.tsx', 'src/**/ui/**', 'src/app/**']
const TOOLS = ['*.{ts,mjs}', '.*.mjs', 'tools/**', 'prisma/**/*.mjs']

const ENVIRONMENT =
  'Read src/env.ts instead: it is the one place that checks variables and says which one is wrong.'

const EXPECT_DECLARATION =
  'Write a function declaration: it has a name, is hoisted, and reads like the others.'

const FORBIDDEN_SYNTAX = [
  {
    selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
    message: 'A cast through unknown switches the checker off. Narrow the value or fix its type.',
  },
  {
    selector: ':matches(ClassDeclaration, ClassExpression):not([superClass.name=/Error$/])',
    message: 'Functions and plain objects carry this code base; classes are for errors only.',
  },
  {
    selector:
      'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator:not([id.typeAnnotation]) > ArrowFunctionExpression.init',
    message: EXPECT_DECLARATION,
  },
  {
    // A one-line arrow beside its only use stays readable.
    selector:
      'Program > VariableDeclaration > VariableDeclarator:not([id.typeAnnotation]) > ArrowFunctionExpression.init[body.type="BlockStatement"]',
    message: EXPECT_DECLARATION,
  },
  {
    selector: 'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name="only"]',
    message: 'A focused test silences all others.',
  },
]

export default defineConfig(
  globalIgnores([
    '.next/**',
    '.berth/**',
    'src/generated/**',
    'coverage/**',
    'test-results/**',
    'playwright-report/**',
    'next-env.d.ts',
    'deploy/aws/cdk.out/**',
  ]),
  // One of its rules compiles every file it sees: only what can hold a component is worth that.
  ...nextCoreWebVitals.map((config) =>
    config.files || config.rules ? { ...config, files: SCREENS } : config,
  ),
  {
    // Detecting the version loads React anew for every file; the lock file knows it.
    settings: { react: { version: '19' } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { berth },
    rules: {
      'berth/kebab-case-path': 'error',
      'berth/no-barrel': 'error',
      'berth/explicit-extension': 'error',
      'berth/explain-disable': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...FORBIDDEN_SYNTAX],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      'max-lines': ['error', { max: 300 }],
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-control-regex': 'error',
      'no-empty': 'error',
      'no-irregular-whitespace': 'error',
      'no-misleading-character-class': 'error',
      'no-param-reassign': 'error',
      'no-self-assign': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-catch': 'error',
      'no-useless-escape': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'berth/no-raw-sql': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // `[...text]` is the plain way to count and cut by code points.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A failure that was caught and kept is thrown again as it came.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowRethrowing: true }],
      // React event handlers and `onClose(() => stop())` read better without braces.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An async event handler in JSX is how react-hook-form is meant to be used.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // There are no enums here and no classes to mix up; these two rules would take a quarter of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Adapters fulfil asynchronous contracts with code that needs no await.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'server-only',
              message: 'It throws outside the React server build, and the worker loads this code too.',
            },
            { name: 'process', importNames: ['env'], message: ENVIRONMENT },
            { name: 'node:process', importNames: ['env'], message: ENVIRONMENT },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'bench/**/*.ts'],
    // The benches' own variables are no settings of the product.
    ignores: ['src/env.ts', 'bench/bench-env.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: ENVIRONMENT }],
    },
  },
  {
    files: ['src/cli/**', 'bench/**', ...TOOLS],
    rules: { 'no-console': 'off' },
  },
  {
    files: [
      'src/db/**',
      '**/*.repository.ts',
      'src/provisioning/server/**',
      '**/migrations/**',
      'bench/**',
      ...TESTS,
    ],
    rules: { 'berth/no-raw-sql': 'off' },
  },
  {
    files: TESTS,
    rules: {
      // Playwright hands a fixture on through a callback named `use`, which the React rules take for a hook.
      'react-hooks/rules-of-hooks': 'off',
      // Rows of a query and bodies of an answer are looked into freely here; a wrong guess fails the test.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    // Its packages are its own and need not be installed here; `npm test` in that folder checks the types.
    files: ['deploy/aws/**/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    // The router prescribes the file names here, so a page may be nothing but a re-export.
    files: ['src/app/**'],
    rules: { 'berth/no-barrel': 'off' },
  },
  {
    files: TOOLS,
    rules: {
      'import/no-anonymous-default-export': 'off',
      // Reporters are classes because their test runners ask for one.
      'no-restricted-syntax': 'off',
    },
  },
)
