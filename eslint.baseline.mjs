// What runs in the reader's browser has to be Baseline widely available: in every browser engine for
// two and a half years. The packages know that as of the day on which they were released.
import css from '@eslint/css';
import html from '@html-eslint/eslint-plugin';
import htmlParser from '@html-eslint/parser';
import baseline from 'eslint-plugin-baseline-js';

/** @typedef {import('eslint').Linter.Config} Config */

const widely = { available: 'widely' };

/** In every engine since March (paint-order) or 13 May 2024, so widely available since 13 November 2026. */
const LATER_THAN_THE_PACKAGE = {
  // As the size of a column, fit-content() is as old as grids; the package means that of a box.
  allowFunctions: ['light-dark', 'fit-content'],
  allowProperties: ['text-wrap', 'paint-order'],
};
/** Other values of a property that is allowed for one of them. */
const NOT_BALANCED = {
  selector: 'Declaration[property="text-wrap"] Identifier:not([name="balance"])',
  message: 'Of text-wrap only balance is widely available.',
};
/** Features of which only a part is used: writeText() is widely available since 2022. */
const IN_PART = ['async-clipboard'];
/** Sent wherever there are screens for fingers. */
const BY_DEVICE = ['touch-events'];

/** @type {Config} */
const styles = {
  files: ['**/*.css'],
  language: 'css/css',
  plugins: { css },
  rules: {
    'css/use-baseline': ['error', { ...widely, ...LATER_THAN_THE_PACKAGE }],
    'no-restricted-syntax': ['error', NOT_BALANCED],
  },
};

/** @type {(preset: string) => Config} */
const scripts = (preset) => ({
  plugins: { 'baseline-js': baseline },
  rules: {
    'baseline-js/use-baseline': [
      'error',
      {
        ...widely,
        ignoreFeatures: [...IN_PART, ...BY_DEVICE],
        includeWebApis: { preset },
        includeJsBuiltins: { preset },
      },
    ],
    'no-restricted-globals': ['error', 'ClipboardItem'],
  },
});

/**
 * For the sources: the styles, and the scripts with the types of what they call.
 * @type {Config[]}
 */
export const baselineWidely = [
  styles,
  {
    files: ['src/client/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    ...scripts('type-aware'),
  },
];

/**
 * For a built site: pages, styles and bundled scripts, whose types are gone.
 * @type {Config[]}
 */
export const baselineWidelyBuilt = [
  styles,
  { files: ['**/*.js'], ...scripts('auto') },
  {
    files: ['**/*.html'],
    plugins: { html },
    languageOptions: { parser: htmlParser },
    rules: { 'html/use-baseline': ['error', widely] },
  },
];
