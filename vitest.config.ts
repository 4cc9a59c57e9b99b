import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A browser waits for much: a core that is left free would be idle half the time.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/site/**'],
          setupFiles: ['test/properties.ts'],
          // Properties run hundreds of cases, and a busy machine runs them slowly.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          globalSetup: ['test/site/build-sites.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A busy machine loads pages slowly.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
