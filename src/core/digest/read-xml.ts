import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import { DigestError } from './digest-error.ts';
import { lineCounter } from './line-counter.ts';

/** An element in a million tags and more costs seconds: real files of 50 MB have about a million. */
const MOST_TAGS = 4_000_000;

/** An element of XML. Names are without the prefix of their namespace, which services choose freely. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** All text within, without markup. */
  readonly text: string;
  /** First and last line, from 1. Ask in the order of the file: each call counts on from the last. */
  lines(): { readonly line: number; readonly endLine: number };
}

/**
 * Reads XML. Throws DigestError with the line of what is no XML. Entities other than the five of XML
 * and numbers of characters are refused and never expanded; so are more than four million tags, and
 * elements so many within each other that the stack ends.
 */
export function readXml(text: string): XmlNode {
  if (countTags(text) > MOST_TAGS) {
    const expected = `at most ${MOST_TAGS.toLocaleString('en')} tags`;
    throw fault(1, expected, 'more', 'Split the file into several.');
  }
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    if (root !== null) return xmlNode(root, lineCounter(text));
    throw fault(1, 'an element of XML', 'none', 'Fetch the file again.');
  } catch (error) {
    if (error instanceof XmlError) {
      const got = error.message.split('\n', 1)[0]!.replace(/ \(line.*$/, '');
      throw fault(error.line, 'XML', `${got} (column ${error.column})`, adviceOn(got));
    }
    // The parser calls itself for each element within another.
    if (!(error instanceof RangeError)) throw error;
    const advice = 'Fetch the file again: no service nests so deep.';
    throw fault(1, 'elements within at most some thousand others', 'more', advice);
  }
}

function adviceOn(got: string): string {
  return /entity/i.test(got)
    ? 'Write the character itself: entities of its own are not read, as they may stand for any text.'
    : 'The file was cut off or changed: fetch it again as a whole.';
}

function countTags(text: string): number {
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) tags++;
  return tags;
}

type LineAt = (offset: number) => number;

function xmlNode(element: XmlElement, lineAt: LineAt): XmlNode {
  let children: readonly XmlNode[] | null = null;
  return {
    name: element.name.slice(element.name.indexOf(':') + 1),
    attributes: element.attributes,
    get children() {
      children ??= element.children
        .filter((child) => child instanceof XmlElement)
        .map((child) => xmlNode(child, lineAt));
      return children;
    },
    get text() {
      return element.text;
    },
    lines: () => ({ line: lineAt(element.start), endLine: lineAt(element.end - 1) }),
  };
}

function fault(line: number, expected: string, got: string, advice: string): DigestError {
  return new DigestError([{ line, expected, got, advice }]);
}
