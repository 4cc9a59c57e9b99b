import type { Inline } from './inline.ts';

/** The start of an inline tree: about so many characters, cut between words, with an ellipsis. */
export function shortenInline(nodes: readonly Inline[], most: number): Inline[] {
  const shortened: Inline[] = [];
  let room = most;
  for (const node of nodes) {
    const length = lengthOf(node);
    if (length <= room) {
      shortened.push(node);
      room -= length;
      continue;
    }
    const start = node.type === 'text' ? cutText(node.value, room) : '';
    // A no-break space, so that the ellipsis never stands alone on a line.
    shortened.push({ type: 'text', value: `${start}\u00a0…` });
    break;
  }
  return shortened;
}

function lengthOf(node: Inline): number {
  if (node.type === 'text') return node.value.length;
  if (node.type === 'math') return node.source.length;
  return node.children.reduce((sum, child) => sum + lengthOf(child), 0);
}

function cutText(text: string, most: number): string {
  const cut = text.lastIndexOf(' ', most);
  return text.slice(0, cut > 0 ? cut : most).replace(/[\s,;:.–—-]+$/, '');
}
