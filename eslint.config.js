import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const replay = 'The engine replays: the same commands must give the same bytes, in the page, in a worker and on Node.';
const noScreen = 'The engine knows no screen: it returns what happened, and whoever called shows it.';

/**
 * @param {string} name
 * @param {string} message
 */
const refuse = (name, message) => ({ name, message });

/** Globals that would make the engine depend on when, where or by whom it is run. */
const refusedInEngine = [
  ...['performance', 'Temporal'].map((name) => refuse(name, `${replay} Use the logical clock of the cloud.`)),
  ...['crypto'].map((name) => refuse(name, `${replay} Use the seeded ids of the cloud.`)),
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'].map((name) =>
    refuse(name, `${replay} What happens later is a cast in flight: data, and delivering it is a step.`)
  ),
  ...['window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'console', 'alert'].map((name) =>
    refuse(name, noScreen)
  ),
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'process', 'Buffer', 'globalThis', 'self'].map((name) =>
    refuse(name, 'The engine is pure: it reads its arguments and returns a value.')
  )
];

/**
 * @param {number} max
 * @returns {import('eslint').Linter.RuleEntry}
 */
const atMostLines = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

export default defineConfig(
  globalIgnores(['.svelte-kit/', 'build/', 'reports/', 'test-results/', 'tests/conformance/data/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] }
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.test.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    // What is assigned to a rune is read by whoever derives from it, which this rule cannot see.
    rules: { 'no-useless-assignment': 'off' }
  },

  {
    rules: {
      eqeqeq: 'error',
      'max-lines': atMostLines(400),
      // The compiler knows every name; this rule knows none of Svelte's and Node's.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // A `default` that calls exhaustive() is welcome, but it stands in for no variant.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        {
          allowDefaultCaseForExhaustiveSwitch: true,
          considerDefaultExhaustiveForUnions: false,
          requireDefaultForNonUnion: true
        }
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A signature that somebody else calls may have to take what this function has no use for.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A number in a message is what it looks like.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }]
    }
  },
  // Nobody reads a generated file from top to bottom.
  { files: ['src/lib/machine/transition-table.ts'], rules: { 'max-lines': 'off' } },

  {
    files: ['src/lib/engine/**'],
    rules: {
      // A function fits a screen.
      'max-lines-per-function': atMostLines(60),
      'max-lines': atMostLines(300),
      'no-restricted-globals': ['error', ...refusedInEngine],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: `${replay} Use seeded ids.` },
        { object: 'Date', property: 'now', message: `${replay} Use the logical clock of the cloud.` }
      ],
      // Date as a calendar, with the time given, is a pure function.
      'no-restricted-syntax': [
        'error',
        {
          selector: ":matches(NewExpression[arguments.length=0], CallExpression)[callee.name='Date']",
          message: `${replay} Use the logical clock of the cloud.`
        }
      ]
    }
  },
  {
    // What Node runs without a bundler: `npm run answer`, the benches, the conformance tests.
    files: ['src/lib/{engine,machine,session,cli,lessons}/**', 'tests/{conformance,bench}/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^\\$', message: 'Node knows no alias: import it by its relative path.' },
            {
              regex: '^\\.(?!.*\\.(ts|js|json)$)',
              message: 'Write the extension (.ts), so that Node and every bundler read the same file.'
            }
          ]
        }
      ]
    }
  },
  {
    files: ['tests/**'],
    rules: {
      // A test that indexes into what is not there fails at that line, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off'
    }
  },
  {
    // JavaScript says its types in comments, and types what it parses by a cast the linter cannot see.
    files: ['**/*.js'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off'
    }
  }
);
