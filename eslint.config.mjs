import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import globals from 'globals';
import typescript from 'typescript-eslint';

export default typescript.config(
  { ignores: ['dist/', '.sheaf/', '.astro/', 'node_modules/'] },
  eslint.configs.recommended,
  ...typescript.configs.strict,
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-recommended'].filter(Boolean),
  {
    files: ['**/*.ts', '**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
  {
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
