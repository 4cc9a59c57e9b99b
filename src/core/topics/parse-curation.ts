import { z } from 'zod';
import { withoutControls } from '../control-characters.ts';
import { cutFrontMatter } from '../front-matter.ts';
import { InputError, type LocatedProblem, type Problem, quote } from '../input-error.ts';
import { renderMarkdown } from '../markdown.ts';
import { type PlaceOf, readYaml, strictMap } from '../yaml.ts';

/** What the operator says of a topic in `content/topics/<slug>.md`; what is not said is null or empty. */
export interface TopicCuration {
  readonly slug: string;
  /** The file, as errors name it. */
  readonly path: string;
  readonly label: string | null;
  readonly terms: readonly string[] | null;
  /** Topics whose papers come into this one. */
  readonly merge: readonly { readonly slug: string; readonly line: number }[];
  /** Papers, by id or arXiv id, that belong into this topic. */
  readonly include: readonly PaperReference[];
  /** Papers that belong into another topic. */
  readonly exclude: readonly PaperReference[];
  /** Sanitised HTML, and plain text. */
  readonly introduction: { readonly html: string; readonly text: string } | null;
  /** Lines of what has one; 1 for what is not said. */
  readonly lines: { readonly label: number; readonly terms: number; readonly introduction: number };
}

/** A paper as a file of curation names it. */
export interface PaperReference {
  readonly paper: string;
  readonly line: number;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const text = (what: string) =>
  z
    .string({ error: what })
    .transform((written) => withoutControls(written).replace(/\s+/g, ' ').trim())
    .refine((written) => /[^\p{Cf}\s]/u.test(written), what);
const topics = 'a list of topics such as [learning-theory]';
const papers = 'a list of papers, by id or arXiv id';
// An arXiv id without quotes is a number to YAML.
const paper = z.union([text('the id of a paper'), z.number()], { error: 'the id of a paper' });

const curationSchema = strictMap({
  label: text('a text').optional(),
  terms: z
    .array(text('a text'), { error: 'a list of terms' })
    .min(1, 'a list of at least one term')
    .optional(),
  merge: z.array(text('the name of a topic'), { error: topics }).default([]),
  include: z.array(paper, { error: papers }).default([]),
  exclude: z.array(paper, { error: papers }).default([]),
});

const NOTHING = {
  line: 1,
  expected: 'label, terms, merge, include or exclude in front matter, or an introduction below it',
  advice: 'Write what is to be different about the topic, or remove the file.',
};

/**
 * Reads a file of curation. `file` is its path below `content/topics/`, whose name is the topic's slug;
 * `path` is how errors name it. Throws InputError with all that is wrong in it.
 */
export function parseCuration(file: string, source: string, path: string): TopicCuration {
  const slug = slugOfFile(file);
  const cut = cutFrontMatter(source.replace(/^\uFEFF/, ''));
  const read = readYaml(cut.yaml ?? '', curationSchema, 'the curation of a topic', 2);
  const problems = [
    ...(slug === null ? [misnamed(file)] : []),
    ...cut.problems,
    ...(read.value === null ? read.problems : findAllDoubles(read.value, read.placeOf)),
  ];
  if (slug === null || read.value === null || problems.length > 0) throw located(problems, path);
  const curation = { slug, path, ...describe(read.value, read.placeOf, cut.body) };
  if (saysNothing(curation)) {
    const got = source.trim() === '' ? 'an empty file' : 'none of them';
    throw located([{ ...NOTHING, got }], path);
  }
  return curation;
}

/** Refuses a file of `content/topics/` that is no Markdown: always throws InputError. */
export function refuseOtherFile(file: string, path: string): never {
  throw located([misnamed(file)], path);
}

type FrontMatter = z.output<typeof curationSchema>;

function describe(
  value: FrontMatter,
  placeOf: PlaceOf,
  body: string,
): Omit<TopicCuration, 'slug' | 'path'> {
  const lineOf = (key: 'label' | 'terms') => (value[key] === undefined ? 1 : placeOf([key]).line);
  const referTo = (key: 'include' | 'exclude') =>
    value[key].map((id, index) => {
      const { line, source } = placeOf([key, index]);
      return { paper: typeof id === 'number' ? source : id, line };
    });
  const { html, text } = renderMarkdown(body);
  return {
    label: value.label ?? null,
    terms: value.terms ?? null,
    merge: value.merge.map((slug, index) => ({ slug, line: placeOf(['merge', index]).line })),
    include: referTo('include'),
    exclude: referTo('exclude'),
    introduction: html === '' ? null : { html, text },
    lines: {
      label: lineOf('label'),
      terms: lineOf('terms'),
      introduction: html === '' ? 1 : body.slice(0, body.search(/\S/)).split('\n').length,
    },
  };
}

function slugOfFile(file: string): string | null {
  const name = /^(.*)\.md$/.exec(file)?.[1] ?? '';
  return SLUG.test(name) ? name : null;
}

function misnamed(file: string): Problem {
  return {
    line: 1,
    expected: 'a file named after a topic, such as learning-theory.md',
    got: quote(file),
    advice: 'Name it as the address of the topic’s page ends, or move it out of this folder.',
  };
}

function findAllDoubles(value: FrontMatter, placeOf: PlaceOf): Problem[] {
  return (['terms', 'merge', 'include', 'exclude'] as const).flatMap((key) =>
    findDoubles(key, value[key]?.length ?? 0, placeOf),
  );
}

/** Items of a list that stand in it before. */
function findDoubles(key: string, length: number, placeOf: PlaceOf): Problem[] {
  const lineOf = new Map<string, number>();
  return Array.from({ length }, (_, index) => placeOf([key, index])).flatMap(({ line, source }) => {
    const item = source.trim();
    const first = lineOf.get(item);
    if (first === undefined) lineOf.set(item, line);
    return first === undefined
      ? []
      : [
          {
            line,
            expected: `each item of ${key} once`,
            got: `${quote(item)} again, after line ${first}`,
            advice: 'Remove one of them.',
          },
        ];
  });
}

function saysNothing({ label, terms, merge, include, exclude, introduction }: TopicCuration) {
  const lists = merge.length + include.length + exclude.length;
  return label === null && terms === null && introduction === null && lists === 0;
}

function located(problems: readonly Problem[], path: string): InputError {
  return new InputError(problems.map((problem): LocatedProblem => ({ path, ...problem })));
}
