import { quote } from '../input-error.ts';
import { isIsoDate } from '../iso-date.ts';
import { isObject, type LooseObject } from '../json-object.ts';
import { DigestError } from './digest-error.ts';
import { describeJson, type JsonText, pointerOf } from './read-json.ts';

/** What should be a paper in an answer, and where it stands. */
export interface ApiItem {
  readonly value: unknown;
  readonly pointer: string;
  /** Day that the answer gives for the whole list in which it stands. */
  readonly listed: string | null;
}

/** The items of an answer, and the day that it names for itself. */
export interface ApiItems {
  readonly items: readonly ApiItem[];
  readonly date: string | null;
}

type Path = readonly (string | number)[];

/** An answer has a hundred, and a collection of years some ten thousand. */
const MOST_PAPERS = 500_000;
/** Keys under which scripts put the list when they save it with something around it. */
const LISTS = ['data', 'papers', 'items', 'results', 'daily_papers', 'dailyPapers'];

/**
 * Finds the papers in an answer: a list, one paper, a list under a key such as `data`, or lists under
 * days. Throws DigestError for an error answer and for JSON without papers.
 */
export function findItems({ value, linesOf }: JsonText): ApiItems {
  if (Array.isArray(value)) return { items: listItems(value, [], null), date: null };
  if (isObject(value)) {
    if ('paper' in value || ('title' in value && 'id' in value)) {
      return { items: [{ value, pointer: '', listed: null }], date: null };
    }
    const date = typeof value.date === 'string' && isIsoDate(value.date) ? value.date : null;
    const items = wrapped(value, [], 0);
    if (items !== null) return { items, date };
  }
  const isError = isObject(value) && 'error' in value;
  throw new DigestError([
    {
      line: linesOf('').line,
      expected: 'a list of papers, as /api/daily_papers answers',
      got: isError ? `the error ${describeJson(value.error)}` : describeJson(value),
      advice: isError
        ? 'Fetch the answer again, or remove the file.'
        : `Save the answer as it is, or with the list under ${quote('data')}.`,
    },
  ]);
}

function wrapped(value: LooseObject, path: Path, depth: number): ApiItem[] | null {
  const key = LISTS.find((name) => Array.isArray(value[name]));
  if (key !== undefined) return listItems(value[key] as unknown[], [...path, key], null);
  const days = Object.entries(value).filter(([day, list]) => isIsoDate(day) && Array.isArray(list));
  if (days.length > 0 && days.length === Object.keys(value).length) {
    return days.flatMap(([day, list]) => listItems(list as unknown[], [...path, day], day));
  }
  const inner = LISTS.find((name) => isObject(value[name]));
  return inner === undefined || depth > 0
    ? null
    : wrapped(value[inner] as LooseObject, [...path, inner], depth + 1);
}

function listItems(list: readonly unknown[], path: Path, listed: string | null): ApiItem[] {
  if (list.length > MOST_PAPERS) {
    throw new DigestError([
      {
        line: 1,
        expected: `at most ${MOST_PAPERS.toLocaleString('en')} papers in a list`,
        got: list.length.toLocaleString('en'),
        advice: 'Split the file into several.',
      },
    ]);
  }
  const start = pointerOf(path);
  return list.map((value, at) => ({ value, pointer: `${start}/${at}`, listed }));
}
