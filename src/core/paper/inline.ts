import { formulaToSigned, formulaToUnicode, formulaToVisible } from './unicode-formula.ts';

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

/** Readable plain Unicode of an inline tree, for places that take no HTML such as a tab's title. */
export function inlineToUnicode(nodes: Inline[]): string {
  return nodes.map(nodeToUnicode).join('');
}

function nodeToUnicode(node: Inline): string {
  if (node.type === 'text') return node.value;
  return node.type === 'math' ? formulaToUnicode(node.html) : inlineToUnicode(node.children);
}

const MOST_FORMS = 4;
const LONGEST_WITH_FORMS = 80;

/**
 * What readers may search a tree's formulas by, once each: the source of every formula that a page
 * shows otherwise ("ell_infty"), and its other spellings ("ell_{infty}", "ℓ∞", "ℓ_∞").
 */
export function mathSources(nodes: Inline[]): string[] {
  const sources = nodes.flatMap((node) => {
    if (node.type === 'text') return [];
    return node.type === 'math' ? searchForms(node.source, node.html) : mathSources(node.children);
  });
  return [...new Set(sources)];
}

function searchForms(source: string, html: string): string[] {
  const visible = formulaToVisible(html);
  if (visible === source) return [];
  if (source.length > LONGEST_WITH_FORMS) return [source];
  const bare = source.replace(
    /(^|[^\\A-Za-z{}])\{(\\?[A-Za-z]+|\d+|[^\s{}\\])\}(?!\{)/g,
    (_, before: string, inner: string) => before + inner,
  );
  const braced = source.replace(/([_^])([A-Za-z]+|\d|[^\s{}\\_^"A-Za-z\d])/gu, '$1{$2}');
  const forms = [source, bare === source ? braced : bare, visible, formulaToSigned(html)];
  return [...new Set(forms)].slice(0, MOST_FORMS);
}
