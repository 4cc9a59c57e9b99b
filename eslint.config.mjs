import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { baselineWidely } from './eslint.baseline.mjs';

const scripts = ['**/*.ts', '**/*.mjs', '**/*.js', '**/*.astro'];
const forScripts = (config) => ({ ...config, files: config.files ?? scripts });

export default typescript.config(
  { ignores: ['dist/', '.sheaf/', '.astro/', 'node_modules/'] },
  forScripts(eslint.configs.recommended),
  ...typescript.configs.strict.map(forScripts),
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-recommended'].filter(Boolean),
  {
    files: ['**/*.ts', '**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
  ...baselineWidely,
  {
    files: scripts,
    rules: {
      complexity: ['error', 15],
      'max-depth': ['error', 4],
      'max-params': ['error', 5],
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
      // Typed-array loops read elements whose index the loop itself bounds.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
