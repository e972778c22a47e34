import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Texts belong in src/locale; these selectors find them in other places. */
const read = '/^(aria-label|alt|title|placeholder|label|legend|text|question|consequence|yes|no|end)$/';
const texts = [
  ':not(SvelteStyleElement) > SvelteText[value=/\\p{L}/u]',
  `SvelteAttribute[key.name=${read}] > SvelteLiteral[value=/\\p{L}/u]`,
  `SvelteAttribute[key.name=${read}] SvelteMustacheTag Literal[value=/\\p{L}/u]`,
  ':not(SvelteAttribute) > SvelteMustacheTag Literal[value=/^\\p{Lu}/u]',
  'CallExpression[callee.name=pageTitle] Literal[value=/\\p{L}/u]',
  'CallExpression[callee.property.name=show] Literal[value=/\\p{L}/u]',
  'NewExpression[callee.name=Problem] > Literal:first-child',
  // A sentence, or its beginning.
  'Literal[value=/^\\p{Lu}\\p{Ll}*,? \\p{Ll}|^\\p{Lu}\\p{Ll}+[.?!…]$/u]',
  'TemplateElement[value.raw=/^\\p{Lu}\\p{Ll}*,? \\p{Ll}|^ \\p{L}+ \\p{L}{2}/u]',
].map((selector) => ({ selector, message: 'A text that people read: it belongs to src/locale.' }));

export default ts.config(
  { ignores: ['dist', 'src/api/schema.d.ts', 'test-results', 'playwright-report'] },
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
      // TypeScript checks which names there are, and which of them are used.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      // Applies to SvelteKit's router, which this page does not use.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/locale/**', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...texts] },
  },
  // A whole journey reads best as one test.
  { files: ['e2e/**', '**/*.test.ts'], rules: { 'max-lines-per-function': 'off' } },
);
