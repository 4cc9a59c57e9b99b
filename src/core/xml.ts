import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';

export { parseXml, XmlElement, XmlError };

/**
 * The root of an XML document. Throws SyntaxError, in a sentence with line and column, for text that is
 * not well-formed. Entities of a document's own are never expanded.
 */
export function rootOfXml(text: string): XmlElement {
  try {
    const { root } = parseXml(text);
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
