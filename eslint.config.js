import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Who may import whom. One table, enforced below; `docs/decisions/0002-rooms.md` tells why.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const ROOMS = {
  course: [],
  ui: [],
  questions: ['course', 'ui'],
  labs: ['course', 'ui'],
  tracking: ['course'],
  packaging: ['course'],
  content: ['course', 'questions', 'labs'],
  machine: ['course', 'questions', 'labs'],
  checks: ['course', 'questions', 'labs', 'content'],
  player: ['course', 'ui', 'questions', 'labs', 'tracking', 'machine'],
  routes: ['player', 'ui'],
  simulator: ['course', 'ui'],
  cli: ['course', 'questions', 'labs', 'content', 'machine', 'checks', 'packaging', 'simulator'],
};

/** Rooms without Svelte, DOM, disk, clock or chance. */
const PURE = [
  'src/course/**/*.ts',
  'src/machine/**/*.ts',
  'src/checks/**/*.ts',
  'src/questions/**/*.ts',
  'src/labs/**/*.ts',
  'src/packaging/*/manifest.ts',
];

/** Globals that reach for a clock, chance, the page or the net. */
const IMPURE = [
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  'navigator',
  'location',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
];

/** @type {import('eslint').Linter.Config[]} */
const rooms = Object.entries(ROOMS).map(([room, allowed]) => ({
  files: [`src/${room}/**/*.{ts,js,svelte}`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^#src/(?!(${[room, ...allowed].join('|')})/)`,
            message: `src/${room} may import from: ${[room, ...allowed].join(', ')}.`,
          },
          { regex: '^\\.\\./', message: 'Import from another folder as #src/….' },
        ],
      },
    ],
  },
}));

export default defineConfig(
  { ignores: ['.svelte-kit/', 'build/', 'dist/', '.cache/', 'test-results/', 'bench-results/'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // Numbers in templates are plain.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A handler that returns what a call returns is shorter without braces.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Guards against what types promise are what a hostile LMS asks for; narrowing finds the rest.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Methods of our interfaces are plain functions, made to be destructured.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      // Addresses live in the hash: there is no base path to resolve.
      'svelte/no-navigation-without-resolve': 'off',
      // $props() is destructured with let by Svelte's own rule.
      'prefer-const': 'off',
    },
  },
  {
    files: PURE,
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take a seed from the event or the input.' },
        { object: 'Date', property: 'now', message: 'Take the time from the event.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ':matches(NewExpression[arguments.length=0], CallExpression)[callee.name="Date"]',
          message: 'Take the time from the event.',
        },
      ],
      'no-restricted-globals': ['error', ...IMPURE],
    },
  },
  { files: ['src/cli/**', 'vite.config.ts'], rules: { 'no-console': 'off' } },
  ...rooms,
);
