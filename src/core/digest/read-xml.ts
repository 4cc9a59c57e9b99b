import { parseXml, withLineFeeds, XmlElement, XmlError } from '../xml.ts';
import { DigestError } from './digest-error.ts';
import { lineCounter } from './line-counter.ts';

/** Each takes about a kilobyte of memory; a real file of 50 MB has about a million. */
const MOST_TAGS = 2_000_000;

type LineAt = (offset: number) => number;

/** An element of XML. */
export class XmlNode {
  /** Without the prefix of its namespace, which services choose freely. */
  readonly name: string;
  private readonly element: XmlElement;
  private readonly lineAt: LineAt;
  private childNodes: readonly XmlNode[] | null = null;

  constructor(element: XmlElement, lineAt: LineAt) {
    this.name = element.name.slice(element.name.indexOf(':') + 1);
    this.element = element;
    this.lineAt = lineAt;
  }

  get attributes(): Readonly<Record<string, string>> {
    return this.element.attributes;
  }

  get children(): readonly XmlNode[] {
    this.childNodes ??= this.element.children
      .filter((child) => child instanceof XmlElement)
      .map((child) => new XmlNode(child, this.lineAt));
    return this.childNodes;
  }

  /** All text within, without markup. */
  get text(): string {
    return this.element.text;
  }

  /** Characters of the file that it takes. */
  get length(): number {
    return this.element.end - this.element.start;
  }

  /** First and last line, from 1. Ask in the order of the file: each call counts on from the last. */
  lines(): { readonly line: number; readonly endLine: number } {
    const { start, end } = this.element;
    return { line: this.lineAt(start), endLine: this.lineAt(end - 1) };
  }
}

/**
 * Reads XML. Throws DigestError with the line of what is no XML. Entities other than the five of XML
 * and numbers of characters are refused and never expanded; so are more than two million tags, and
 * elements so many within each other that the stack ends.
 */
export function readXml(source: string): XmlNode {
  const text = withLineFeeds(source);
  if (countTags(text) > MOST_TAGS) {
    const expected = `at most ${MOST_TAGS.toLocaleString('en')} tags`;
    throw fault(1, expected, 'more', 'Split the file into several.');
  }
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    if (root !== null) return new XmlNode(root, lineCounter(text));
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

function fault(line: number, expected: string, got: string, advice: string): DigestError {
  return new DigestError([{ line, expected, got, advice }]);
}
