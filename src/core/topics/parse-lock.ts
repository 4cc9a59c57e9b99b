import { z } from 'zod';
import { isIsoDate } from '../iso-date.ts';
import { InputError, type LocatedProblem, type Problem, quote } from '../input-error.ts';
import { readJson } from '../json.ts';
import { MARKS } from './assign-marks.ts';
import { LOCK_VERSION } from './format-lock.ts';
import { lockFaults, type TopicsLock } from './topics-lock.ts';

const ANEW = 'delete it or run sheaf build --refit to start anew';
/** What to do about a lock that can't be read. */
export const RESTORE = `Restore the file from version control, or ${ANEW}.`;
const SUBJECT = 'the lock of the topics';
const MOST_FAULTS = 20;

const slugs = 'a slug of lower-case letters, digits and hyphens';
const slug = z.string({ error: slugs }).regex(/^[a-z0-9-]+$/, slugs);
const partSlugs = 'the slugs of a topic and of its part, with / between them';
const part = z.string({ error: partSlugs }).regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, partSlugs);
const label = z.string({ error: 'a text' }).regex(/\S/, 'a text');
const number = z.number({ error: 'a number' });
const place = 'a number from 0 to 1';
const coordinate = z.number({ error: place }).min(0, place).max(1, place);
const share = 'a number from 0 to 1, or null';
const IDENTITY = /^(?:arXiv|doi):./;
const identities = 'arXiv:… or doi:…';
const identity = z.string({ error: identities }).regex(IDENTITY, identities);
const builds = 'the number of a build from 2 on';
const joined = z.number({ error: builds }).int(builds).min(2, builds);
const days = 'a day as YYYY-MM-DD';
const day = z.string({ error: days }).refine(isIsoDate, days);
const terms = 'a list of terms, each with its weight';
const marks = `the number of a mark from 0 to ${MARKS - 1}`;
const asked = 'a number of topics, or null';

/** An object of these keys and no others. */
function object<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, { error: `an object of ${Object.keys(shape).join(', ')}` });
}

function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item, { error: 'a list' });
}

const lockSchema = object({
  version: z.literal(LOCK_VERSION, { error: `${LOCK_VERSION}` }),
  about: z.string({ error: 'a text' }),
  asked: z.number({ error: asked }).int(asked).min(1, asked).nullable(),
  areas: listOf(object({ slug, label })),
  topics: listOf(
    object({
      slug,
      label,
      area: slug.nullable(),
      stability: z.number({ error: share }).min(0, share).max(1, share).nullable(),
      mark: z.number({ error: marks }).int(marks).min(0, marks).lt(MARKS, marks).optional(),
      terms: z.array(z.tuple([z.string({ error: terms }), number], { error: terms }), {
        error: terms,
      }),
    }),
  ),
  // Locks of older builds lack what may be absent.
  parts: listOf(object({ slug: part, label })).optional(),
  retired: listOf(
    z.discriminatedUnion(
      'kind',
      [
        object({
          kind: z.enum(['topic', 'area', 'paper']),
          slug,
          label,
          successor: slug.nullable(),
          topic: slug.optional(),
          identity: identity.optional(),
        }),
        object({ kind: z.literal('part'), slug: part, label, successor: part.nullable() }),
      ],
      { error: 'topic, area, part or paper' },
    ),
  ),
  builds: listOf(day).optional(),
  papers: z.record(
    slug,
    z.tuple(
      [
        slug,
        coordinate,
        coordinate,
        identity.nullable().optional(),
        joined.nullable().optional(),
        part.optional(),
      ],
      { error: 'a topic and two numbers, its place on the map' },
    ),
    { error: (issue) => (issue.code === 'invalid_key' ? slugs : 'papers by id') },
  ),
  authors: listOf(slug).optional(),
  organizations: listOf(slug).optional(),
  digests: listOf(object({ slug, label })).optional(),
});

/**
 * Reads `topics.lock.json`. Throws InputError for broken JSON, conflicts of version control, another
 * version or shape, and for slugs that stand twice or for nothing, with the line of each.
 */
export function parseLock(path: string, source: string): TopicsLock {
  const text = source.replace(/^\uFEFF/, '');
  const early = emptyFile(text) ?? conflict(text) ?? otherVersion(text);
  if (early !== null) throw new InputError([{ path, ...early }]);
  const read = readJson(text, lockSchema, SUBJECT, RESTORE);
  if (read.value === null) throw located(read.problems, path);
  const { value, placeOf } = read;
  const lock: TopicsLock = {
    asked: value.asked,
    areas: value.areas,
    topics: value.topics.map((topic) => ({
      ...topic,
      terms: topic.terms.map(([term, weight]) => ({ term, weight })),
    })),
    parts: value.parts ?? [],
    retired: value.retired,
    builds: value.builds ?? [],
    papers: new Map(
      Object.entries(value.papers).map(([id, [topic, x, y, identity, joined, part]]) => [
        id,
        {
          topic,
          position: [x, y],
          ...(typeof identity === 'string' && { identity }),
          ...(typeof joined === 'number' && { joined }),
          ...(part !== undefined && { part }),
        },
      ]),
    ),
    authors: value.authors ?? [],
    organizations: value.organizations ?? [],
    digests: value.digests ?? [],
  };
  const faults = lockFaults(lock)
    .slice(0, MOST_FAULTS)
    .map(({ path, expected, got }) => ({
      line: placeOf(path).line,
      expected,
      got: quote(got),
      advice: RESTORE,
    }));
  if (faults.length > 0) throw located(faults, path);
  return lock;
}

/** Papers of a lock below which it is too small to tell for which collection it was written. */
const FEWEST_TO_TELL = 20;
/** Share of its papers that the collection must still have. */
const LEAST_SHARE = 1 / 5;

/** Whether a lock is of the collection of these papers: it is small, or a fifth of its papers are known. */
export function isOfCollection(
  { papers }: Pick<TopicsLock, 'papers'>,
  paperIds: Iterable<string>,
): boolean {
  if (papers.size < FEWEST_TO_TELL) return true;
  return new Set(paperIds).intersection(papers).size >= papers.size * LEAST_SHARE;
}

/** Throws InputError for the lock of another collection: fewer than a fifth of its papers are known. */
export function assertSameCollection(
  path: string,
  { papers }: TopicsLock,
  paperIds: Iterable<string>,
): void {
  if (isOfCollection({ papers }, paperIds)) return;
  const shared = new Set(paperIds).intersection(papers).size;
  const problem = {
    line: 1,
    expected: 'the lock of this collection',
    got: `that of another: of its ${papers.size} papers ${shared} are in this one`,
    advice: `Restore the digests or the lock that belongs to them, or ${ANEW}.`,
  };
  throw located([problem], path);
}

function emptyFile(text: string): Problem | null {
  if (text.trim() !== '') return null;
  return { line: 1, expected: SUBJECT, got: 'an empty file', advice: RESTORE };
}

/** What git and others write where two sides changed the same lines. */
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$/m;

function conflict(text: string): Problem | null {
  const mark = CONFLICT.exec(text);
  if (mark === null) return null;
  return {
    line: text.slice(0, mark.index).split('\n').length,
    expected: `${SUBJECT} without conflicts`,
    got: `${quote(mark[0])}, a mark of a merge that is not done`,
    advice: `Take the file of one side whole (git checkout --ours or --theirs) and build again, or ${ANEW}.`,
  };
}

function otherVersion(text: string): Problem | null {
  const found = /"version"\s*:\s*(\d+)/.exec(text);
  if (found === null || Number(found[1]) === LOCK_VERSION) return null;
  return {
    line: text.slice(0, found.index).split('\n').length,
    expected: `${SUBJECT} of version ${LOCK_VERSION}`,
    got: `version ${found[1]!}`,
    advice: `Build with the version of Sheaf that wrote it, or ${ANEW}.`,
  };
}

function located(problems: readonly Problem[], path: string): InputError {
  return new InputError(problems.map((problem): LocatedProblem => ({ path, ...problem })));
}
