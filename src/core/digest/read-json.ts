import { quote } from '../input-error.ts';
import { type JsonFault, type JsonObject, walkJson } from '../json.ts';
import { DigestError } from './digest-error.ts';
import { lastLine } from './line-counter.ts';

/** Objects within more than so many others are told by the lines of the one around them. */
const DEPTH = 3;
/** More objects and arrays than these do not fit into memory beside each other. */
const MOST_VALUES = 2_000_000;
/** Of so many objects the lines are kept; a digest has fewer papers. */
const MOST_LINES = 500_000;
/** Longer keys, which no service has, would make long pointers. */
const LONGEST_KEY = 200;
const SPLIT = 'Split the file into several.';

/** A JSON text as a value, and where its objects stand. */
export interface JsonText {
  readonly value: unknown;
  /** First and last line, from 1, of the object at a JSON Pointer, or of the nearest around it. */
  linesOf(pointer: string): Lines;
}

export interface Lines {
  readonly line: number;
  readonly endLine: number;
}

/**
 * Reads JSON of any size. Throws DigestError with the line and column of what is no JSON and what to
 * do: fetch a file that was cut off again, write one that holds Python's `repr` with `json.dump`.
 * Refuses more than two million objects and arrays, and some thousands within each other.
 */
export function readJsonText(text: string): JsonText {
  const lines = new Map<string, Lines>();
  const fault = walkJson(text, DEPTH, MOST_VALUES, ({ path, line, endLine }: JsonObject) => {
    if (lines.size > MOST_LINES) return;
    if (path.every((key) => typeof key === 'number' || key.length <= LONGEST_KEY)) {
      lines.set(pointerOf(path), { line, endLine });
    }
  });
  if (fault !== null) throw faultError(text, fault);
  const whole = { line: 1, endLine: lastLine(text) };
  return {
    value: JSON.parse(text) as unknown,
    linesOf(pointer) {
      for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
        const found = lines.get(at);
        if (found) return found;
      }
      return lines.get('') ?? whole;
    },
  };
}

/** The JSON Pointer (RFC 6901) of a path of keys and indices. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Whether a text begins as Python writes a dict or a list of them, which no JSON reader takes. */
export function isPythonRepr(text: string): boolean {
  return /^\s*(?:\[\s*)?(?:\{\s*'|\('|')/.test(text.slice(0, 200));
}

/** What to do about Python's `repr` in place of JSON. */
export const WRITE_JSON =
  'Write the file again with json.dump(data, file): str(data) and print(data) give Python, not JSON.';

/** A value in a few words, for errors. */
export function describeJson(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length.toLocaleString('en')}`;
  if (typeof value !== 'object' || value === null) return quote(String(value));
  const keys = Object.keys(value).slice(0, 5);
  return keys.length === 0 ? 'an empty object' : `an object with ${quote(keys.join(', '))}`;
}

function faultError(text: string, fault: JsonFault): DigestError {
  const { offset, line, column, reason } = fault;
  if (reason === 'too deep') {
    const expected = 'brackets within at most some thousand others';
    return problem(line, expected, 'more', 'Fetch the file again: no service nests so deep.');
  }
  if (reason === 'too many values') {
    const expected = `at most ${MOST_VALUES.toLocaleString('en')} objects and lists`;
    return problem(line, expected, `more, from column ${column} on`, SPLIT);
  }
  const rest = text.slice(offset, offset + 200).split('\n', 1)[0]!;
  if (isCutOff(text, offset)) {
    const advice = 'The file was cut off: fetch or copy it again as a whole.';
    return problem(line, 'more JSON', `the end of the file after column ${column}`, advice);
  }
  const got = `${quote(rest)} in column ${column}`;
  if (/^(?:'|None\b|True\b|False\b|\()/.test(rest)) {
    return problem(line, 'JSON', `${got}, as Python writes it`, WRITE_JSON);
  }
  return problem(line, 'JSON', got, 'Fetch the file again, or correct it there.');
}

/** Whether nothing stands at an offset, or a text that does not end. */
function isCutOff(text: string, offset: number): boolean {
  const isOpenText = text[offset] === '"' && text.indexOf('"', offset + 1) < 0;
  return isOpenText || text.slice(offset, offset + 200).trim() === '';
}

function problem(line: number, expected: string, got: string, advice: string): DigestError {
  return new DigestError([{ line, expected, got, advice }]);
}
