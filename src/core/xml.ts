import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';

export { parseXml, XmlElement, XmlError };

/** A text with `\n` at the end of each line: the parser makes it so too, but copies all of the text for each line. */
export function withLineFeeds(text: string): string {
  // One pattern for both would take four times the memory.
  return text.includes('\r') ? text.replace(/\r\n/g, '\n').replace(/\r/g, '\n') : text;
}

/**
 * The root of an XML document. Throws SyntaxError, in a sentence with line and column, for text that is
 * not well-formed. Entities of a document's own are never expanded.
 */
export function rootOfXml(text: string): XmlElement {
  try {
    const { root } = parseXml(withLineFeeds(text));
    if (root !== null) return root;
  } catch (error) {
    if (error instanceof XmlError) throw new SyntaxError(error.message, { cause: error });
    // The parser calls itself for each element within another.
    if (!(error instanceof RangeError)) throw error;
    throw new SyntaxError('the elements are nested too deep', { cause: error });
  }
  throw new SyntaxError('the document has no element');
}

/** The elements of this name, whatever the prefix, that lie directly in another. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      child.type === 'element' && localName(child as XmlElement) === name,
  );
}

/** The name of an element without its prefix. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
