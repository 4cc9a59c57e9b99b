// What runs in the reader's browser has to be Baseline widely available: in every browser engine for
// two and a half years. The packages know that as of the day on which they were released.
import css from '@eslint/css';
import html from '@html-eslint/eslint-plugin';
import htmlParser from '@html-eslint/parser';
import baseline from 'eslint-plugin-baseline-js';

const widely = { available: 'widely' };

/** In every engine since 13 May 2024, and so widely available since 13 November 2026. */
const LATER_THAN_THE_PACKAGE = {
  allowFunctions: ['light-dark'],
  allowPropertyValues: { 'text-wrap': ['balance'] },
  allowProperties: ['text-wrap'],
};

const styles = {
  files: ['**/*.css'],
  language: 'css/css',
  plugins: { css },
  rules: { 'css/use-baseline': ['error', { ...widely, ...LATER_THAN_THE_PACKAGE }] },
};

/** For the sources: the styles, and the scripts with the types of what they call. */
export const baselineWidely = [
  styles,
  {
    ...baseline.configs['recommended-ts']({ ...widely, level: 'error' }),
    files: ['src/client/**/*.ts'],
    plugins: { 'baseline-js': baseline },
    languageOptions: { parserOptions: { projectService: true } },
  },
];

/** For a built site: pages, styles and bundled scripts, whose types are gone. */
export const baselineWidelyBuilt = [
  styles,
  {
    ...baseline.configs.recommended({ ...widely, level: 'error' }),
    files: ['**/*.js'],
    plugins: { 'baseline-js': baseline },
  },
  {
    files: ['**/*.html'],
    plugins: { html },
    languageOptions: { parser: htmlParser },
    rules: { 'html/use-baseline': ['error', widely] },
  },
];
