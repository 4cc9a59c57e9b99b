import { formulaToSigned, formulaToUnicode, formulaToVisible } from './unicode-formula.ts';

/** One piece of a title or an abstract: plain text, a styled run, or a formula. */
export type Inline =
  | { type: 'text'; value: string }
  | { type: 'emphasis' | 'strong' | 'code'; children: Inline[] }
  | MathInline;

/** A formula: readable text, HTML of letters and scripts, and, of real TeX, the TeX itself. */
export interface MathInline {
  type: 'math';
  source: string;
  html: string;
  tex?: string;
}

/** Sets a formula as HTML. */
export type SetMaths = (formula: MathInline) => string;

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

/** Safe, well-formed HTML of an inline tree, its formulas set as asked. */
export function inlineToHtml(nodes: Inline[], setMaths: SetMaths = ({ html }) => html): string {
  return nodes.map((node) => nodeToHtml(node, setMaths)).join('');
}

function nodeToHtml(node: Inline, setMaths: SetMaths): string {
  if (node.type === 'text') return escapeHtml(node.value);
  if (node.type === 'math') return `<span class="math">${setMaths(node)}</span>`;
  const element = ELEMENT[node.type];
  return `<${element}>${inlineToHtml(node.children, setMaths)}</${element}>`;
}

/** The formulas of an inline tree that are real TeX. */
export function texFormulas(nodes: readonly Inline[]): MathInline[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [];
    if (node.type !== 'math') return texFormulas(node.children);
    return node.tex === undefined ? [] : [node];
  });
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
