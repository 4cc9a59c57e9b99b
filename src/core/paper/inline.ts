/** One piece of a title or an abstract: plain text, a styled run, or a formula. */
export type Inline =
  | { type: 'text'; value: string }
  | { type: 'emphasis' | 'strong' | 'code'; children: Inline[] }
  | { type: 'math'; source: string; html: string };

const ELEMENT = { emphasis: 'em', strong: 'strong', code: 'code' } as const;

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for use in HTML content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITY[character] ?? character);
}

/** Plain Unicode text of an inline tree; a formula gives its source, so search finds it as written. */
export function inlineToText(nodes: Inline[]): string {
  return nodes.map(nodeToText).join('');
}

function nodeToText(node: Inline): string {
  if (node.type === 'text') return node.value;
  return node.type === 'math' ? node.source : inlineToText(node.children);
}

/** Safe, well-formed HTML of an inline tree. */
export function inlineToHtml(nodes: Inline[]): string {
  return nodes.map(nodeToHtml).join('');
}

function nodeToHtml(node: Inline): string {
  if (node.type === 'text') return escapeHtml(node.value);
  if (node.type === 'math') return `<span class="math">${node.html}</span>`;
  const element = ELEMENT[node.type];
  return `<${element}>${inlineToHtml(node.children)}</${element}>`;
}

/**
 * The formulas of a tree as they were written, once each, where that differs from what a page shows:
 * readers search for what they saw elsewhere ("ell_infty").
 */
export function mathSources(nodes: Inline[]): string[] {
  const sources = nodes.flatMap((node) => {
    if (node.type === 'text') return [];
    if (node.type !== 'math') return mathSources(node.children);
    const visible = node.html.replace(/<\/?su[bp]>/g, '');
    return visible === escapeHtml(node.source) ? [] : [node.source];
  });
  return [...new Set(sources)];
}
