import { z } from 'zod';
import { isIsoDate } from '../iso-date.ts';
import { readYaml } from '../yaml.ts';
import type { DigestNotes } from './digest.ts';

/** Longer front matter is none; the parser of YAML calls itself for what is nested, and is slow at what is wrong. */
export const LONGEST_YAML = 20_000;
const DEEPEST_YAML = 40;

/** Keys that only a generator of pages, a template of issues or a program that saves pages writes. */
const GENERATOR_KEYS = [
  'layout',
  'labels',
  'assignees',
  'permalink',
  'nav_order',
  'sidebar',
  'toc',
  'subtitle',
  'url',
  'source',
  'source_url',
  'source_id',
  'retrieved',
  'exported',
  'captured',
  'fetched',
  'clipped',
  'created',
];

/** Front matter with any keys. */
export interface FreeYaml {
  readonly value: Readonly<Record<string, unknown>>;
  readonly lineOf: (key: string) => number;
  /** A scalar as it is written; empty for what is none. */
  readonly sourceOf: (path: readonly string[]) => string;
}

/** Front matter with any keys, or null where it is no map, wrong, or nested too deep. */
export function readFreeYaml(yaml: string): FreeYaml | null {
  if (yaml.length > LONGEST_YAML || nesting(yaml) > DEEPEST_YAML) return null;
  const { value, placeOf } = {
    placeOf: null,
    ...readYaml(yaml, z.looseObject({}), 'front matter', 2),
  };
  if (value === null || placeOf === null) return null;
  const lineOf = (key: string) => placeOf([key]).line;
  return { value, lineOf, sourceOf: (path) => placeOf(path).source };
}

/** No less than the depth of any value: brackets opened in all, or marks and spaces before a line. */
function nesting(yaml: string): number {
  const leads = yaml.split('\n').map((line) => (/^[\s?:-]*/.exec(line)?.[0].length ?? 0) / 2);
  const brackets = yaml.split(/[[{]/).length - 1;
  return Math.max(brackets, ...leads);
}

/**
 * What the front matter of a generated or saved page says of the page; null where it is not of one and so
 * can only be an operator's notes, which may have no unknown key.
 */
export function readPageNotes(yaml: string): DigestNotes | null {
  if (!GENERATOR_KEYS.some((key) => yaml.includes(`${key}:`))) return null;
  const value = readFreeYaml(yaml)?.value;
  if (value === undefined || !GENERATOR_KEYS.some((key) => key in value)) return null;
  const text = (key: string) => (typeof value[key] === 'string' ? value[key].trim() : '');
  const date = text('date').slice(0, 10);
  return {
    title: text('title') === '' ? null : text('title'),
    date: isIsoDate(date) ? date : null,
    curator: text('curator') === '' ? null : text('curator'),
  };
}
