import { describe, expect, inject, it } from 'vitest';
import { runLighthouse } from '../../scripts/bench/lighthouse.ts';
import { typicalPages } from '../../scripts/bench/typical-pages.ts';

/** Not performance: a busy machine would decide it. `npm run bench:pages` prints it. */
const HELD = ['accessibility', 'best-practices', 'seo'] as const;

describe.each([inject('site'), inject('daily')])('Lighthouse on $address', (site) => {
  it(
    'gives 98 at least for accessibility, best practices and SEO',
    { timeout: 300_000 },
    async () => {
      const pages = await typicalPages(site.folder);
      const urls = pages.map(({ path }) => site.address + path);
      for (const { url, scores, faults } of await runLighthouse(urls, inject('browser'), HELD)) {
        for (const category of HELD) {
          expect(
            scores[category],
            `${url} ${category}: ${faults.join(', ')}`,
          ).toBeGreaterThanOrEqual(98);
        }
      }
    },
  );
});
