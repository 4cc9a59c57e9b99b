import { describe, expect, inject, it } from 'vitest';
import { weighPage } from './page-weight.ts';
import { listFiles } from './site-files.ts';

/** The seeds know little of a paper, the daily collection much. */
const sites = [inject('site'), inject('daily')];

describe.each(sites)('weighPage(site, page), by gzip, of $address', (site) => {
  it('gives 15 kB of HTML and CSS at most for a paper of however many authors, and 3 kB of scripts', async () => {
    const files = await listFiles(site.folder);
    const papers = files.filter((file) => /^papers\/[^/]+\/index\.html$/.test(file));
    expect(papers.length).toBeGreaterThan(100);
    for (const file of papers) {
      const { html, css, script } = await weighPage(site, file);
      expect(html + css, file).toBeLessThanOrEqual(15_000);
      expect(script, file).toBeLessThanOrEqual(3_000);
    }
  });

  it('gives 100 kB at most for the home page with fonts and pictures', async () => {
    const { html, css, script, font, image } = await weighPage(site, 'index.html');
    expect(html).toBeGreaterThan(0);
    expect(html + css + script + font + image).toBeLessThanOrEqual(100_000);
  });
});
