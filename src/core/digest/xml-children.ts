import { oneLine } from './field-text.ts';
import type { XmlNode } from './read-xml.ts';

/** The children of an element with a name. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

/** The text of the first child with a name, as written; null where there is none or it is blank. */
export function childText(node: XmlNode, name: string): string | null {
  const text = childrenOf(node, name)[0]?.text ?? '';
  return text.trim() === '' ? null : text;
}

/** The text of the first child with a name, on one line; null where there is none or it is blank. */
export function textOf(node: XmlNode, name: string): string | null {
  return oneLine(childText(node, name));
}
