import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import { describe, expect, inject, it } from 'vitest';
import { weekOf } from '../../src/time/calendar.ts';
import { type ApiPaper, listFiles, readJsonLines } from './site-files.ts';

const daily = inject('daily');
const files = await listFiles(daily.folder);
const papers = await readJsonLines<ApiPaper & { listed: string | null }>(
  join(daily.folder, 'api/papers-1.jsonl'),
);

async function open(path: string, folder = daily.folder): Promise<HTMLElement> {
  return parse(await readFile(join(folder, path, 'index.html'), 'utf8'));
}

function textsOf(root: HTMLElement, selector: string): string[] {
  return root.querySelectorAll(selector).map(({ text }) => text.replace(/\s+/g, ' ').trim());
}

const hrefsOf = (root: HTMLElement, selector: string) =>
  root.querySelectorAll(selector).map((link) => link.getAttribute('href'));

/** Names of the pages of a unit. */
const namesOf = (unit: string) =>
  files.flatMap((file) => new RegExp(`^${unit}/([^/]+)/index\\.html$`).exec(file)?.[1] ?? []);

describe('the pages of time', () => {
  const days = [...new Set(papers.flatMap(({ listed }) => listed ?? []))].sort();

  it('are one a day, an ISO week and a month in which digests list papers', () => {
    expect(namesOf('days')).toEqual(days);
    expect(namesOf('weeks')).toEqual(
      [...new Set(days.map((day) => weekOf(day).toLowerCase()))].sort(),
    );
    expect(namesOf('weeks')).toContain('2025-w01');
    expect(namesOf('months')).toEqual([...new Set(days.map((day) => day.slice(0, 7)))]);
  });

  it.each(['2024-12-31', '2025-03-05'])('have each paper of %s once, by topic', async (day) => {
    const page = await open(`days/${day}`);
    const expected = papers.filter(({ listed }) => listed === day).map(({ url }) => url);
    const shown = hrefsOf(page, '.by-topic .paper-title');
    expect(shown.toSorted()).toEqual(expected.toSorted());
    for (const section of page.querySelectorAll('.by-topic')) {
      const topic = section.querySelector('h2 a')!.getAttribute('href')!.split('/').at(-2);
      for (const url of hrefsOf(section, '.paper-title')) {
        expect(papers.find((paper) => paper.url === url)!.topic).toBe(topic);
      }
    }
  });

  it('lead from each to the ones before and after, over the end of a year', async () => {
    const week = await open('weeks/2025-w01');
    expect(textsOf(week, 'h1')).toEqual(['Week 1 of 2025']);
    expect(textsOf(week, '.facts span')[0]).toBe('30 Dec – 5 Jan');
    expect(hrefsOf(week, '.period-steps [rel=prev]')[0]).toBe('/weeks/2024-w51/');
    expect(hrefsOf(week, '.period-steps [rel=next]')[0]).toBe('/weeks/2025-w02/');
    expect(hrefsOf(await open('days/2024-12-19'), '.period-steps [rel=prev]')).toEqual([]);
  });

  it('are all found in their indexes, which say what day a paper has', async () => {
    for (const unit of ['days', 'weeks', 'months']) {
      const index = await open(unit);
      const links = new Set(hrefsOf(index, 'main a'));
      for (const name of namesOf(unit)) expect(links).toContain(`/${unit}/${name}/`);
      expect(index.text).toContain('the day on which a digest lists it');
    }
  });

  it('are not there where the digests know no days', async () => {
    for (const site of [inject('site'), inject('siteOfAreas')]) {
      const time = (await listFiles(site.folder)).filter((file) =>
        /^(?:days|weeks|months|trending)\//.test(file),
      );
      expect(time).toEqual([]);
    }
  });
});

describe('the page of what trends', () => {
  it('says its formula and ranks by it', async () => {
    const page = await open('trending');
    expect(textsOf(page, '.explanation')[0]).toContain('upvotes / (age + 2)1.2');
    const scores = textsOf(page, '.trending .facts span')
      .filter((text) => text.startsWith('score '))
      .map((text) => Number(text.slice('score '.length)));
    expect(scores.length).toBeGreaterThan(20);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

describe('the page of a topic', () => {
  const { folder } = inject('siteOfAreas');

  it('draws its time and says in words what was typical then', async () => {
    const page = await open('topics/score-matching', folder);
    expect(textsOf(page, '.timeline-chart title')).toEqual([
      'February 2026: 0 papers',
      'March 2026: 2 papers',
    ]);
    expect(textsOf(page, '.timeline-rows tbody tr')).toEqual(['March 2026 2 25 % noise, score']);
  });

  it('tells what joins and parts it and its neighbours', async () => {
    const page = await open('topics/score-matching', folder);
    expect(textsOf(page, '.neighbours li')).toEqual([
      'Language models Both gradient More here noise, score More there token',
    ]);
  });

  it('lists its parts by links, each paper in one of them', async () => {
    const page = await open('topics/regret-bounds', folder);
    expect(textsOf(page, '.topic-parts h3')).toEqual(['Upper bounds', 'Lower bounds']);
    const listed: (string | undefined)[] = [];
    for (const path of hrefsOf(page, '.topic-parts h3 a')) {
      const part = await open(path!.slice('/areas-and-all'.length), folder);
      expect(part.querySelector('.topic-filters [aria-current]')).not.toBeNull();
      listed.push(...hrefsOf(part, '.entries .paper-title'));
    }
    expect(new Set(listed).size).toBe(60);
    expect(listed).toHaveLength(60);
  });

  it('names the few papers with a date where a picture of time would say nothing', async () => {
    const { folder: seeds } = inject('site');
    const topics = (await listFiles(seeds)).filter((file) => /^topics\/[^/]+\/index/.test(file));
    const pages = await Promise.all(
      topics.map((file) => open(file.replace('index.html', ''), seeds)),
    );
    expect(pages.filter((page) => page.querySelector('.timeline'))).toEqual([]);
    expect(pages.some((page) => page.querySelector('#dated'))).toBe(true);
  });
});
