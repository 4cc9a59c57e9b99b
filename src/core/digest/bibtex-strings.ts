import { quote, type Problem } from '../input-error.ts';
import type { BibtexEntry, BibtexPart } from './bibtex-entries.ts';

/** An entry with its fields as texts, TeX and all. */
export interface ResolvedEntry extends Pick<BibtexEntry, 'type' | 'key' | 'line' | 'endLine'> {
  readonly fields: ReadonlyMap<string, string>;
  /** The first name that no `@string` defines, or whose text grows beyond all measure. */
  readonly unknownName: string | null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Names may join names: a few lines could make texts of any length. */
const LONGEST_TEXT = 100_000;

/** Texts that `@string` names, as BibTeX reads them: a name holds from its definition on. */
export class BibtexStrings {
  private readonly texts = new Map(MONTHS.map((month) => [month, month]));

  /** Takes up an `@string`. One that names itself or another unknown name stays undefined. */
  define({ fields }: BibtexEntry): void {
    for (const [name, parts] of fields) {
      const text = this.join(parts);
      if (typeof text === 'string') this.texts.set(name, text);
    }
  }

  resolve({ fields, ...entry }: BibtexEntry): ResolvedEntry {
    const texts = new Map<string, string>();
    let unknownName: string | null = null;
    for (const [name, parts] of fields) {
      const text = this.join(parts);
      if (typeof text === 'string') texts.set(name, text);
      else if (NEEDED.has(name)) unknownName ??= text.unknown;
    }
    return { ...entry, fields: texts, unknownName };
  }

  private join(parts: readonly BibtexPart[]): string | { readonly unknown: string } {
    let joined = '';
    for (const { kind, text } of parts) {
      const value = kind === 'text' ? text : this.texts.get(text.toLowerCase());
      if (value === undefined || (kind === 'name' && joined.length > LONGEST_TEXT)) {
        return { unknown: text };
      }
      joined += value;
    }
    return joined;
  }
}

/** Fields without which a record would say something else. */
const NEEDED = new Set(['title', 'subtitle', 'author', 'abstract', 'doi', 'eprint']);

/** Fields of the volume that its papers have too, and what they are called there. */
const INHERITED: readonly (readonly [string, string])[] = [
  ['booktitle', 'booktitle'],
  ['booktitle', 'title'],
  ...['year', 'month', 'day', 'date', 'journal', 'journaltitle', 'eventtitle'].map(
    (name) => [name, name] as const,
  ),
];

type Inherited =
  | { readonly values: ReadonlyMap<string, string>; readonly problem: null }
  | { readonly values: null; readonly problem: Omit<Problem, 'line'> };

/** The fields of an entry and, through `crossref`, those that it lacks of its volume. */
export function withInherited(
  { fields, unknownName }: ResolvedEntry,
  byKey: ReadonlyMap<string, ResolvedEntry>,
): Inherited {
  if (unknownName !== null) {
    const expected = 'names that an @string above defines';
    const advice = 'Define the name by @string above the entry, or put the value into braces.';
    return { values: null, problem: { expected, got: quote(unknownName), advice } };
  }
  const volume = byKey.get(fields.get('crossref')?.trim().toLowerCase() ?? '\0');
  if (volume === undefined) return { values: fields, problem: null };
  const values = new Map(fields);
  for (const [name, there] of INHERITED) {
    const value = volume.fields.get(there);
    if (!values.has(name) && value !== undefined) values.set(name, value);
  }
  return { values, problem: null };
}
