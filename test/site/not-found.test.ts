import { describe, expect, inject, it } from 'vitest';
import { pagePath } from '../../src/page-paths.ts';
import { preparePages } from './open-pages.ts';

const { address, base } = inject('siteOfAreas');
const open = preparePages();

describe('the page for an address that is none', () => {
  it.each([
    [
      'a list that had more pages',
      pagePath.topic('bandits', 'date', 7),
      'bandits/by-date',
      'Bandits',
    ],
    ['an order of a topic that has ended', pagePath.topic('gossip', 'title'), 'gossip', 'Gossip'],
    [
      'a page of a part that has ended',
      pagePath.topic('gossip', 'date', 2, 'whispers'),
      'gossip/whispers',
      'Whispers',
    ],
  ])('offers the nearest one above that of %s', async (_, path, id, heading) => {
    const page = await open(address + path);
    const link = page.locator('#nearest-page a');
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`${base}topics/${id}/`);
    expect(await link.innerText()).toContain(heading);
  });

  it('offers none where there is none, and goes on without', async () => {
    const page = await open(`${address}nowhere/at/all/`);
    await page.waitForLoadState('networkidle');
    expect(await page.locator('#nearest-page').isVisible()).toBe(false);
    await page.getByRole('main').getByRole('link', { name: 'topics' }).waitFor();
  });
});
