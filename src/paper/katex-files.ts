// KaTeX's style sheet and fonts, served by the site itself. Pages that need them link to them.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PaperPage } from '../site-data.ts';

const packageFile = createRequire(import.meta.url).resolve('katex/package.json');
const folder = join(dirname(packageFile), 'dist');
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };

/** Path of a file below the site's base; another version has other addresses, so it may be kept. */
const pathOf = (name: string) => `katex/${version}-${name}`;

/** The path of the style sheet, and of the fonts that nearly every formula needs. */
export const katexStyles = pathOf('katex.css');
export const katexFonts = ['KaTeX_Main-Regular.woff2', 'KaTeX_Math-Italic.woff2'].map(pathOf);

/** Whether the paper's own page holds formulas set by KaTeX. */
export function hasKatex({ katex }: PaperPage): boolean {
  return Object.values(katex ?? {}).some((html) => html?.includes('class="katex"') ?? false);
}

/** A file of KaTeX below `katex/`. */
export interface KatexFile {
  readonly name: string;
  readonly type: string;
  readonly read: () => Uint8Array<ArrayBuffer>;
}

/** The style sheet and the fonts as WOFF2, which every browser of today reads. */
export function katexFiles(): KatexFile[] {
  const fonts = readdirSync(join(folder, 'fonts')).filter((name) => name.endsWith('.woff2'));
  return [
    { name: 'katex.css', type: 'text/css', read: () => new TextEncoder().encode(styleSheet()) },
    ...fonts.map((name) => ({
      name,
      type: 'font/woff2',
      read: () => new Uint8Array(readFileSync(join(folder, 'fonts', name))),
    })),
  ].map((file) => ({ ...file, name: `${version}-${file.name}` }));
}

/** Sizes of text, of scripts and of their scripts: no formula here asks for another. */
const SIZES = [6, 3, 1];
/** Rules of formulas on lines of their own, with numbers and diagrams: all here stand in running text. */
const OF_DISPLAYED = /[^{}]*(?:\.katex-display|\.cd-|eqn-num|\.katex-version)[^{}]*\{[^{}]*\}/g;

function styleSheet(): string {
  const whole = readFileSync(join(folder, 'katex.min.css'), 'utf8');
  return whole
    .replace(/,url\([^)]*\) format\("(?:woff|truetype)"\)/g, '')
    .replaceAll('url(fonts/', `url(${version}-`)
    .replace(OF_DISPLAYED, '')
    .replace(/[^{}]*\.reset-size(\d+)\.size(\d+)\{[^{}]*\}/g, (rule, from, to) =>
      SIZES.includes(Number(from)) && SIZES.includes(Number(to)) ? rule : '',
    );
}
