import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import type { ServedSite } from './build-sites.ts';
import { preparePages } from './open-pages.ts';
import { type ApiPaper, type ApiTopic, listFiles, readJsonLines } from './site-files.ts';

const site = inject('site');
const sites = [site, inject('daily'), inject('siteOfAreas')];
const openPage = preparePages();

async function readPapers({ folder }: ServedSite): Promise<ApiPaper[]> {
  return readJsonLines<ApiPaper>(join(folder, 'api/papers-1.jsonl'));
}

async function readTopics({ folder }: ServedSite): Promise<ApiTopic[]> {
  return JSON.parse(await readFile(join(folder, 'api/topics.json'), 'utf8')) as ApiTopic[];
}

async function readPage(served: ServedSite, path: string) {
  return parse(await readFile(join(served.folder, path, 'index.html'), 'utf8'));
}

describe.each(sites)('the map of $base', (served) => {
  it('has a dot a paper within its topic, and topics as links that say what they hold', async () => {
    const svg = (await readPage(served, 'map')).querySelector('svg.map')!;
    const topics = await readTopics(served);
    const drawn = svg.querySelectorAll('.map-topics > a');
    expect(drawn.map((link) => link.getAttribute('href'))).toEqual(topics.map(({ url }) => url));
    for (const [index, { label, papers }] of topics.entries()) {
      const marks = drawn[index]!.querySelector('.map-marks')!.getAttribute('d')!;
      expect(marks.split('h0').length - 1, label).toBe(papers.length);
      const title = drawn[index]!.querySelector('title')!.text;
      expect(title).toContain(label);
      expect(title).toContain(String(papers.length));
    }
  });

  it('has the same beside it as a list', async () => {
    const list = (await readPage(served, 'map')).querySelector('.map-topics-list')!;
    const links = list.querySelectorAll('li a').map((link) => link.getAttribute('href'));
    expect(links.sort()).toEqual((await readTopics(served)).map(({ url }) => url).sort());
  });

  it('is on the home page too', async () => {
    const svg = (await readPage(served, '')).querySelector('svg.map')!;
    const links = svg.querySelectorAll('.map-topics > a').length;
    expect(links).toBe((await readTopics(served)).length);
  });

  it('has files of every title and place for the map in the browser', async () => {
    const files = (await listFiles(served.folder)).filter((file) => /^map\/titles-/.test(file));
    const chunks = await Promise.all(
      files.map(async (file) => JSON.parse(await readFile(join(served.folder, file), 'utf8'))),
    );
    const ids = (chunks as [string, string, string][][]).flat().map(([, id]) => id);
    const papers = await readPapers(served);
    expect(ids.sort()).toEqual(papers.map(({ id }) => id).sort());
    const points = await readFile(join(served.folder, 'map/points.bin'));
    expect(points.length).toBe(4 * papers.length);
  });
});

/** Opens the map and waits until it can be moved. */
async function openMap(path = 'map/', options = {}): Promise<Page> {
  const page = await openPage(site.address + path, { reducedMotion: 'reduce', ...options });
  await page.waitForSelector('.map-stage.is-live');
  return page;
}

/** What the canvas shows now, once it has been painted. */
async function painted(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            resolve(document.querySelector<HTMLCanvasElement>('.map-canvas')!.toDataURL());
          }),
        );
      }),
  );
}

/** Polls for longer than a second: a busy machine is slow. */
const soon = <Value>(value: () => Promise<Value>) => expect.poll(value, { timeout: 10_000 });
const voice = (page: Page) => page.locator('.map-voice');
const status = (page: Page) => page.locator('.map-status');

describe('the map in the browser', () => {
  it('is walked by arrow keys from paper to paper, and Enter opens one', async () => {
    const page = await openMap();
    const titles = (await readPapers(site)).map(({ title }) => title);
    await page.locator('.map-canvas').focus();
    const heard: string[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      const before = await voice(page).textContent();
      await page.keyboard.press(key);
      await soon(() => voice(page).textContent()).not.toBe(before);
      heard.push((await voice(page).textContent())!);
    }
    expect(new Set(heard).size).toBeGreaterThan(2);
    const card = page.locator('.map-card a');
    const title = (await card.textContent())!;
    expect(heard.at(-1)).toContain(title);
    expect(titles).toContain(title);
    const address = await card.getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === address);
    expect(await page.locator('h1').innerText()).toContain(title.slice(0, 12));
  });

  it('zooms and moves by keys, and by buttons that do the same', async () => {
    const page = await openMap();
    const whole = await painted(page);
    const press = (label: string) => page.getByRole('button', { name: label }).click();
    await press('Zoom in');
    const zoomed = await painted(page);
    expect(zoomed).not.toBe(whole);
    await press('Move right');
    const moved = await painted(page);
    expect(moved).not.toBe(zoomed);
    await press('Show all');
    expect(await painted(page)).toBe(whole);
    await page.locator('.map-canvas').focus();
    await page.keyboard.press('+');
    expect(await painted(page)).toBe(zoomed);
    await page.keyboard.press('Shift+ArrowRight');
    expect(await painted(page)).toBe(moved);
    await page.keyboard.press('0');
    expect(await painted(page)).toBe(whole);
  });

  it('takes a wheel once it was chosen, and leaves it to the page before', async () => {
    const page = await openMap();
    const whole = await painted(page);
    await page.locator('.map-canvas').hover();
    await page.mouse.wheel(0, -300);
    await page.mouse.move(0, 0);
    expect(await painted(page)).toBe(whole);
    await page.locator('.map-canvas').focus();
    await page.locator('.map-canvas').hover();
    await page.mouse.wheel(0, -300);
    await page.mouse.move(0, 0);
    await soon(() => painted(page)).not.toBe(whole);
  });

  it('lights up titles by the starts of words, and walks through these alone', async () => {
    const page = await openMap();
    const hits = (await readPapers(site)).filter(({ title }) => /\bMarkov/i.test(title)).length;
    await page.locator('#map-words').fill('markov');
    await soon(() => status(page).textContent()).toBe(`${hits} papers light up`);
    expect(page.url()).toContain('?q=markov');
    await page.keyboard.press('Enter');
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight']) await page.keyboard.press(key);
    await soon(() => page.locator('.map-card a').textContent()).toMatch(/Markov/i);
    await page.getByRole('button', { name: 'Clear' }).click();
    await soon(() => status(page).textContent()).toBe('');
    expect(page.url()).not.toContain('?');
  });

  it('lights up topics, also those that its address names', async () => {
    const [first, second] = await readTopics(site);
    const page = await openMap(`map/?topic=${first!.id}`);
    const size = first!.papers.length;
    await soon(() => status(page).textContent()).toBe(`${size} papers light up`);
    await page.getByRole('checkbox', { name: second!.label }).check();
    const both = size + second!.papers.length;
    await soon(() => status(page).textContent()).toBe(`${both} papers light up`);
    await page.locator('#map-words').fill('zzyzxqw');
    await soon(() => status(page).textContent()).toBe('No paper');
  });

  it('shows a card to a mouse, and opens the paper by a click', async () => {
    const page = await openMap();
    await page.locator('.map-canvas').focus();
    await page.keyboard.press('ArrowRight');
    const card = page.locator('.map-card a');
    await card.waitFor();
    const title = await card.textContent();
    // Just above the paper that the keys have chosen lies the card's lower edge.
    const box = (await page.locator('.map-card').boundingBox())!;
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(false);
    const at = { x: box.x + box.width / 2, y: box.y + box.height + 14 };
    await page.mouse.move(at.x + 1, at.y);
    await page.mouse.move(at.x, at.y);
    await soon(() => card.textContent()).toBe(title);
    const address = await card.getAttribute('href');
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForURL((url) => url.pathname === address);
  });

  it('shows a finger a card with a link instead of going away', async () => {
    const page = await openMap('map/', {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 700 },
    });
    const box = (await page.locator('.map-canvas').boundingBox())!;
    const card = page.locator('.map-card a');
    for (let part = 0.3; part < 0.8 && !(await card.isVisible()); part += 0.05) {
      await page.touchscreen.tap(box.x + box.width * part, box.y + box.height * 0.6);
      await page.waitForTimeout(100);
    }
    expect(page.url()).toContain('/map/');
    const address = await card.getAttribute('href');
    await card.tap();
    await page.waitForURL((url) => url.pathname === address);
  });

  it('takes the colours of the theme', async () => {
    const page = await openMap();
    const light = await painted(page);
    await page.locator('.theme-switch').click();
    await soon(() => painted(page)).not.toBe(light);
  });

  it('stays a drawing with links where its files cannot be had', async () => {
    const page = await openPage('about:blank');
    await page.route('**/points.bin*', (route) => route.fulfill({ status: 500 }));
    await page.goto(`${site.address}map/`);
    await soon(() => status(page).textContent()).toContain('could not be loaded');
    expect(await page.locator('svg.map').isVisible()).toBe(true);
    expect(await page.locator('.map-canvas').count()).toBe(0);
  });
});

describe('the pictures for other sites', () => {
  it('are there where the address of the site is known, for the site and each topic', async () => {
    const served = inject('siteUnderPath');
    const topics = await readTopics(served);
    const expected = ['og/site.png', ...topics.map(({ id }) => `og/topics/${id}.png`)];
    const files = (await listFiles(served.folder)).filter((file) => file.startsWith('og/'));
    expect(files.sort()).toEqual(expected.sort());
    for (const file of files) {
      const { format, width, height } = await sharp(join(served.folder, file)).metadata();
      expect([format, width, height], file).toEqual(['png', 1200, 630]);
    }
  });

  it('are named by the pages with their whole address', async () => {
    const served = inject('siteUnderPath');
    const [topic] = await readTopics(served);
    const imageOf = async (path: string) =>
      (await readPage(served, path))
        .querySelector('meta[property="og:image"]')
        ?.getAttribute('content');
    const root = 'https://example.org/field/papers';
    expect(await imageOf('')).toBe(`${root}/og/site.png`);
    expect(await imageOf(`topics/${topic!.id}`)).toBe(`${root}/og/topics/${topic!.id}.png`);
  });

  it('are left out, and all that speaks of them, where it is not', async () => {
    expect((await listFiles(site.folder)).filter((file) => file.startsWith('og/'))).toEqual([]);
    expect((await readPage(site, '')).querySelectorAll('meta[property^="og:"]')).toEqual([]);
  });
});
