import { MOST_NAMED } from '../../src/paper/crowd.ts';
import type { ApiPaper } from './site-files.ts';

/** One day's answer of Hugging Face's API, as far as Sheaf reads it. */
export interface DailyAnswer {
  readonly file: string;
  readonly json: string;
}

/** Mondays to Fridays, the first days of two weeks in which a year ends, and a gap. */
const DAYS = [
  '2024-12-19',
  '2024-12-20',
  '2024-12-30',
  '2024-12-31',
  '2025-01-02',
  '2025-01-10',
  '2025-01-27',
  '2025-02-03',
  '2025-02-04',
  '2025-02-14',
  '2025-02-28',
  '2025-03-03',
  '2025-03-04',
  '2025-03-05',
];

const GIVEN = ['Ada', 'José', 'Wei', 'Łucja', 'Ngozi', 'Søren', 'Priya', 'Zoë', 'Yuki', "D'Arcy"];
const FAMILY = ['Álvarez', 'Brandt', 'Chen', 'Dąbrowska', 'Eze', 'Fischer-Mori', 'van der Berg'];
const CONSONANTS = 'bcdfghjklmnprstvwz';
const ALL_NAMES = FAMILY.flatMap((family) => GIVEN.map((given) => `${given} ${family}`));
/** Papers of very many: one of as many as its page names, and one of a crowd's. */
const AUTHOR_COUNTS = new Map([
  [11, 0],
  [12, MOST_NAMED],
  [13, 700],
]);

const ORGANIZATIONS = [
  { name: 'open-lab', fullname: 'Open Lab' },
  { name: 'uni-north', fullname: 'University of the North & Sea' },
  { name: 'deepthings', fullname: 'DeepThings' },
  { name: 'tiny', fullname: null },
];

/** Real TeX, as newer digests have it. */
const TEX_TITLES = new Map([
  [4, 'Learning in $O(\\sqrt{n \\log n})$ Steps & with $\\epsilon < 1$'],
  [40, 'On $\\ell_2$-Regularised Means of \\(\\mathbb{R}^d\\)'],
]);
const TEX_ABSTRACT =
  ' We prove a rate of $\\tilde{O}(n^{-1/2})$ wherever $\\|\\nabla f(x)\\|_2 \\le L$, and \\(k \\ge 2\\).';

/**
 * A collection that knows what the seeds do not: every third paper of theirs, with invented authors,
 * organisations, upvotes, comments, code, projects and days of eleven weeks. Two are listed twice, one
 * has no abstract, one has no authors, two have very many.
 */
export function dailyAnswers(seeds: readonly ApiPaper[]): DailyAnswer[] {
  const items = seeds.filter((_, index) => index % 3 === 0).map(inventItem);
  const perDay = Math.ceil(items.length / DAYS.length);
  return DAYS.map((day, index) => {
    const fresh = items.slice(index * perDay, (index + 1) * perDay);
    const answer = fresh.map((item) => listItem(item, day, day));
    if (index === DAYS.length - 1) {
      const again = items.slice(0, 2).map((item) => ({ ...item, upvotes: item.upvotes + 10 }));
      answer.push(...again.map((item) => listItem(item, day, DAYS[0]!)));
    }
    return { file: `${day}-hugging-face.json`, json: JSON.stringify(answer, null, 1) };
  });
}

type Item = ReturnType<typeof inventItem>;

function inventItem(seed: ApiPaper, index: number) {
  const organization = ORGANIZATIONS[index % (ORGANIZATIONS.length * 2)];
  return {
    // arXiv never counts so far within a month: these are nobody's.
    id: `${index < 60 ? '2412' : '2502'}.${90_000 + index}`,
    title: TEX_TITLES.get(index) ?? seed.title,
    summary: index === 7 ? '' : (seed.abstract ?? '') + (index % 20 === 4 ? TEX_ABSTRACT : ''),
    authors: authorsOf(index).map((name) => ({ name, hidden: false })),
    // A few have many, most have few.
    upvotes: Math.floor(300 / (1 + ((index * 37) % 150))),
    numComments: index % 5,
    ai_keywords: seed.why?.terms.slice(0, 3).map(({ term }) => term) ?? [],
    ...(organization && { organization }),
    ...(index % 3 === 0 && { githubRepo: `https://github.com/invented/paper-${index}` }),
    ...(index % 5 === 0 && { projectPage: `https://paper-${index}.example/` }),
  };
}

/** Neighbours in the list share authors. */
function authorsOf(index: number): string[] {
  const count = AUTHOR_COUNTS.get(index);
  if (count !== undefined) return Array.from({ length: count }, (_, at) => crowdName(at));
  return Array.from(
    { length: 1 + (index % 5) },
    (_, at) => ALL_NAMES[(index * 3 + at) % ALL_NAMES.length]!,
  );
}

/** Names as hard to compress as real ones: syllables that follow no pattern. */
function crowdName(number: number): string {
  let state = Math.imul(number + 1, 2_654_435_761) >>> 0;
  const draw = (choices: string) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return choices[(state >>> 16) % choices.length]!;
  };
  const word = (syllables: number) => {
    const letters = Array.from({ length: syllables }, () => draw(CONSONANTS) + draw('aeiou'));
    const text = letters.join('');
    return text[0]!.toUpperCase() + text.slice(1) + draw(CONSONANTS);
  };
  return `${word(2)} ${word(3)}`;
}

function listItem({ numComments, ...paper }: Item, day: string, firstDay: string) {
  return {
    paper: {
      ...paper,
      publishedAt: dayBefore(firstDay),
      submittedOnDailyAt: `${day}T01:58:28.190Z`,
    },
    title: paper.title,
    numComments,
    isAuthorParticipating: false,
  };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString();
}
