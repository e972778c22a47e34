import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  {
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 40],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      // TypeScript knows the names; this rule does not know the DOM's types.
      'no-undef': 'off',
      // For SvelteKit's own router, which this page does not use.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  // A whole journey reads best as one test.
  { files: ['e2e/**', '**/*.test.ts'], rules: { 'max-lines-per-function': 'off' } },
);
