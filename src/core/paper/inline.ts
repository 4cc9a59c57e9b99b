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
  if (node.type === 'math') return mathToHtml(node.source, node.html);
  const element = ELEMENT[node.type];
  return `<${element}>${inlineToHtml(node.children)}</${element}>`;
}

// The source stays in the page because readers search for what they saw elsewhere: "ell_infty".
function mathToHtml(source: string, html: string): string {
  const escaped = escapeHtml(source);
  const visible = html.replace(/<\/?su[bp]>/g, '');
  const attribute = visible === escaped ? '' : ` data-source="${escaped}"`;
  return `<span class="math"${attribute}>${html}</span>`;
}
