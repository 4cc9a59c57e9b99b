import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import { describe, expect, inject, it } from 'vitest';

const { folder } = inject('siteOfAreas');

async function open(path: string): Promise<HTMLElement> {
  return parse(await readFile(join(folder, path, 'index.html'), 'utf8'));
}

/** The texts of all such elements, each in one line. */
function textsOf(root: HTMLElement, selector: string): string[] {
  return root.querySelectorAll(selector).map(({ text }) => text.replace(/\s+/g, ' ').trim());
}

describe('the page of a topic', () => {
  it.each([
    ['score-matching', '0.93', false],
    ['language-models', '0.45', true],
    // 0.6 itself is not weak.
    ['regret-bounds', '0.60', false],
    ['bandits', null, false],
  ])('gives the stability of %s: %s', async (id, stability, isWeak) => {
    const page = await open(`topics/${id}/`);
    expect(textsOf(page, '.stability strong')).toEqual(stability === null ? [] : [stability]);
    expect(textsOf(page, '.notice').some((text) => text.includes('is weak'))).toBe(isWeak);
  });

  it('begins with representatives, which stand in the list too', async () => {
    const page = await open('topics/score-matching/');
    expect(textsOf(page, 'main h2').slice(0, 3)).toEqual(['Start here', 'Over time', 'Papers']);
    expect(textsOf(page, '.start-here .paper-title')).toEqual(['Paper B', 'Paper C', 'Paper D']);
    expect(textsOf(page, '.entries .paper-title')).toHaveLength(4);
    const byDate = await open('topics/score-matching/by-date/');
    expect(byDate.querySelector('.start-here')).toBeNull();
  });

  it('shows the introduction of the operator', async () => {
    const page = await open('topics/score-matching/');
    expect(page.querySelector('.introduction')?.innerHTML.trim()).toBe(
      '<p>Begin with <em>noise</em>.</p>',
    );
    expect((await open('topics/bandits/')).querySelector('.introduction')).toBeNull();
  });
});

describe('the page of a paper', () => {
  it('shows what each term adds, in numbers that add up to the similarity', async () => {
    const page = await open('papers/a/');
    expect(textsOf(page, '.why tr').slice(1)).toEqual([
      'diffusion 0.250',
      'score 0.100',
      'reward −0.030',
      'all other terms 0.300',
      'Similarity 0.620',
    ]);
    expect(textsOf(page, '.why p')).toEqual([
      'It is most similar to Score matching: 0.620, where 1 would be the centre of the topic. Next comes Regret bounds with 0.400.',
    ]);
  });

  it('says between which topics it stands', async () => {
    expect(textsOf(await open('papers/e/'), '.why p')).toEqual([
      'It stands between Language models and Score matching: its similarity is 0.520 to the first and 0.500 to the second.',
    ]);
  });

  it('says that the operator put it there, and where it would be by its terms', async () => {
    expect(textsOf(await open('papers/f/'), '.why p')).toEqual([
      'The operator of this site put it into Language models.',
      'By its terms it is most similar to Score matching: 0.600, where 1 would be the centre of the topic. To Language models its similarity is 0.100.',
    ]);
    expect(textsOf(await open('papers/g1/'), '.why p')).toEqual([
      'The operator of this site put it into Regret bounds.',
      'It has no terms that can be compared.',
    ]);
  });

  it('owns up to chance where a paper has no terms', async () => {
    const page = await open('papers/h/');
    expect(textsOf(page, '.why p').join()).toContain('nothing but chance put it into Bandits');
    expect(page.querySelector('.why table')).toBeNull();
  });

  it('shows the part of each shared term in the similarity of a related paper', async () => {
    const spans = textsOf(await open('papers/a/'), '.shared > span');
    expect(spans).toEqual(['Similarity 0.25', 'diffusion 12 %', 'score < 1 %']);
  });
});

describe('the About page', () => {
  it('draws how surely candidates come back, and gives the numbers as a table', async () => {
    const page = await open('about/');
    const picture = page.querySelector('.curve svg[role=img]');
    expect(picture?.querySelector('title')?.text).toBeTruthy();
    expect(picture?.querySelector('desc')?.text.replace(/\s+/g, ' ').trim()).toBe(
      '6 candidates by rank: the recurrence falls from 0.98 to 0.30. The 4 surest were taken, 2 were left out. A line marks 0.50, the least recurrence.',
    );
    expect(textsOf(page, 'details tbody tr')).toEqual([
      '1 0.980 taken',
      '2 0.930 taken',
      '3 0.700 taken',
      '4 0.500 taken',
      '5 0.440 left out',
      '6 0.300 left out',
    ]);
  });

  it('says how well kept topics still fit, and what to do', async () => {
    const text = textsOf(await open('about/'), 'main').join();
    expect(text).toContain('agree at 0.71 (adjusted mutual information');
    expect(text).toContain('sheaf build --refit');
    expect(text).toContain('Ward’s linkage into 2 areas');
  });
});

describe('the page of a paper of which all is known', () => {
  it('tells facts in lines, and the digest’s own words apart from the abstract', async () => {
    const page = await open('papers/a/');
    const facts = textsOf(page, 'article > .facts');
    expect(facts).toHaveLength(3);
    expect(textsOf(page, '.authors li')).toEqual(['Ada Long', 'Bo Short']);
    expect(facts[0]).toContain('March 2026');
    for (const fact of ['cs.CL, stat.ML', 'one, two', 'listed 25 March 2026', 'under “Language']) {
      expect(facts[1]).toContain(fact);
    }
    expect(facts[2]).toBe('12 pages, <2 figures');
    expect(textsOf(page, 'article h2')).toEqual(['Abstract', 'In the words of the digest']);
    expect(textsOf(page, '.summary p')).toEqual(['Words <of> a digest.']);
    expect(textsOf(page, 'aside code')).toContain('/papers/0');
    expect(textsOf(page, 'aside .facts span')).toContain('item 5');
  });

  it('links to code and project beside the ids, without a way back for them', async () => {
    const links = (await open('papers/a/')).querySelectorAll('.paper-links a[rel=noopener]');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://arxiv.org/abs/2603.01234',
      'https://example.org/paper?a=1&b=2',
      'https://arxiv.org/pdf/2603.01234',
      'https://github.com/a/b',
      'https://a.github.io/b/',
      'https://huggingface.co/papers/2603.01234',
    ]);
  });
});

describe('the page that a paper had', () => {
  it('leads to its present one', async () => {
    const page = await open('papers/paper-old/');
    expect(page.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe(
      '0;url=/areas-and-all/papers/a/',
    );
    expect(page.querySelector('.notice a')?.getAttribute('href')).toBe('/areas-and-all/papers/a/');
  });
});

describe('About', () => {
  it('names what was left out, and on what records disagree', async () => {
    const text = textsOf(await open('about/'), 'main')[0]!;
    expect(text).toContain('bad.txt: the whole file');
    expect(text).toContain('first.txt: 5 records');
    expect(text).toContain('and 4 problems more');
    expect(text).toContain('the abstract of 2 papers, the date of 1 paper');
  });
});
