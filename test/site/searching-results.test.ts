import { describe, expect, inject, it } from 'vitest';
import { preparePages } from './open-pages.ts';
import { countOf, entriesOf, papersByUrl, searchFor, titlesOf } from './search-page.ts';

const openPage = preparePages();
const { address } = inject('site');

describe('an excerpt', () => {
  it.each(['ell_infty', 'mathfrak S', 'theta_{GRPO}'])(
    'shows no list of formulas for %s, but text of the abstract',
    async (query) => {
      const page = await openPage(searchFor(address, query));
      const papers = await papersByUrl(address);
      for (const { url, excerpt } of await entriesOf(page)) {
        expect(excerpt).not.toContain('⁂');
        expect(excerpt).not.toMatch(/ell_|mathfrak|theta_|\\\w/);
        const start = excerpt.replace(/^… /, '').split(' ', 3).join(' ');
        // What is shown of a formula is not what the data has.
        if (/^[\w\s.,-]+$/.test(start)) expect(papers.get(url)?.abstract).toContain(start);
      }
    },
  );

  it('is marked, does not begin with the title, and says where it is cut', async () => {
    const page = await openPage(searchFor(address, 'Markov chain'));
    const papers = await papersByUrl(address);
    const entries = await entriesOf(page);
    expect(entries.length).toBeGreaterThan(5);
    for (const { url, title, excerpt } of entries) {
      const abstract = papers.get(url)?.abstract?.replace(/\s+/g, ' ') ?? '';
      const isStart = abstract.startsWith(excerpt.slice(0, 12));
      const isEnd = abstract.endsWith(excerpt.slice(-12));
      expect(excerpt.startsWith(title)).toBe(false);
      expect([title, excerpt.startsWith('… ')]).toEqual([title, !isStart]);
      expect([title, excerpt.endsWith(' …')]).toEqual([title, !isEnd]);
    }
    const [first] = await page
      .locator('.excerpt')
      .filter({ has: page.locator('mark') })
      .all();
    expect(await first?.locator('mark').first().innerText()).toMatch(/^(?:Markov|chain)/i);
    expect(entries.some(({ excerpt }) => excerpt.startsWith('… '))).toBe(true);
  });

  it('is the start of the abstract where only the title has the words', async () => {
    const page = await openPage(searchFor(address, 'Benignly'));
    const papers = await papersByUrl(address);
    const [entry] = await entriesOf(page);
    expect(entry?.title).toContain('Benignly Overfit');
    const abstract = papers.get(entry?.url ?? '')?.abstract ?? '';
    expect(entry?.excerpt.split(' ', 10)).toEqual(abstract.split(' ', 10));
    expect(entry?.excerpt).toMatch(/ …$/);
  });
});

describe('a result', () => {
  it.each(['covariate shift', 'diffusion models', 'topics'])(
    'for “%s” is a paper that has the words, whatever its topic is called',
    async (query) => {
      const page = await openPage(searchFor(address, query));
      const found = await countOf(page);
      const papers = await papersByUrl(address);
      const holders = [...papers.values()].filter(({ title, abstract }) =>
        query.split(' ').every((word) => {
          const text = `${title} ${abstract ?? ''}`.toLowerCase();
          return text.includes(word.slice(0, 5));
        }),
      );
      expect(found).toBeGreaterThan(0);
      expect(found).toBeLessThanOrEqual(holders.length);
    },
  );
});

describe('the order of results', () => {
  it('has a title with all words of the query first', async () => {
    const page = await openPage(searchFor(address, 'chains markov learning'));
    expect((await titlesOf(page))[0]).toBe('On Learning Markov Chains');
  });

  it('finds papers by the three rarest words of their titles', async () => {
    const papers = [...(await papersByUrl(address)).values()];
    const texts = papers.map(({ title, abstract }) => wordsOf(`${title} ${abstract ?? ''}`));
    const countPapers = (word: string) => texts.filter((words) => words.includes(word)).length;
    const chosen = papers.filter((_, index) => index % 7 === 0).slice(0, 60);
    expect(chosen.length).toBe(60);
    const page = await openPage(`${address}search/`);
    const ranks = new Map<string, number>();
    for (const { title } of chosen) {
      const words = [...new Set(wordsOf(title))].filter((word) => word.length >= 4);
      words.sort((a, b) => countPapers(a) - countPapers(b));
      await page.getByRole('searchbox').fill(words.slice(0, 3).join(' '));
      ranks.set(title, (await titlesOf(page)).indexOf(title) + 1);
    }
    const first = [...ranks.values()].filter((rank) => rank === 1).length;
    const missed = [...ranks].filter(([, rank]) => rank < 1 || rank > 3);
    expect(first / chosen.length).toBeGreaterThanOrEqual(0.95);
    expect(missed.length / chosen.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.01);
  });
});

describe('a formula', () => {
  it('is found alike as it was written and as it is shown', async () => {
    const page = await openPage(`${address}search/`);
    const answers = new Map<string, Set<string>>();
    for (const query of ['ell_infty', 'ℓ∞', 'ℓ_∞']) {
      await page.getByRole('searchbox').fill(query);
      answers.set(query, new Set(await titlesOf(page)));
    }
    const written = answers.get('ell_infty');
    expect(written?.size).toBeGreaterThanOrEqual(2);
    for (const [query, titles] of answers) expect([query, titles]).toEqual([query, written]);
  });
});

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
