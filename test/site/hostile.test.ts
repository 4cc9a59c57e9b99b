import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listFiles } from './site-files.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SITE = `title: A site of hostile papers
description: >-
  Write to [us](mailto:papers@example.org), see [more](https://example.org), not
  [this](javascript:alert(1)) <script>alert(1)</script> <img src=x onerror=alert(1)>.
links:
  - label: Elsewhere
    href: https://example.org/elsewhere
`;

const MARKUP = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '<style>body{display:none}</style>',
  '"><svg onload=alert(1)>',
  "'onmouseover='alert(1)",
  '</title></head><body onload=alert(1)>',
  '--><base href="https://evil.example">',
  '[a](javascript:alert(1)) <a href="javascript:alert(1)">b</a>',
  '\\href{javascript:alert(1)}{c} $\\href{javascript:alert(1)}{d}$ \\url{javascript:alert(1)}',
  '$<script>alert(1)</script>$ $x_{<img src=x onerror=alert(1)>}$',
  '\u202eevil\u202c\u2066 \u2069\u0000\u001b[31m\ud800',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#x202e; {{constructor}} ${alert(1)}',
];
const DOMAINS = ['letters', 'graphs', 'proteins', 'climates', 'markets', 'speech'];

/** Papers that say something hostile in every field that a page shows. */
const RECORDS = MARKUP.flatMap((put, index) =>
  ['first', 'second', 'third'].map((ordinal, part) => ({
    title: `The ${ordinal} study of ${DOMAINS[index % 6]!} ${part === 0 ? '</title x> \u202e& "quotes"' : ''} number ${index}`,
    abstract: `We study ${DOMAINS[index % 6]!} and how the ${ordinal} of them change ${put} over time, in words. `,
    authors: [`Ann ${put} Lee`, 'Bo Ray'],
    venue: `Journal ${put}`,
    keywords: [`word ${put}`],
    categories: [`cs.${put}`],
    url: part === 0 ? 'javascript:alert(1)' : `https://example.org/${index}/${part}`,
    code:
      part === 1 ? 'data:text/html,alert(1)' : `https://example.org/"onclick="alert(1)/${index}`,
  })),
);

interface Page {
  readonly file: string;
  readonly text: string;
}

let work: string;
let hostile: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'sheaf-hostile-'));
  const content = join(work, 'content');
  hostile = join(work, 'dist');
  await mkdir(join(content, 'digests'), { recursive: true });
  await writeFile(join(content, 'site.yaml'), SITE);
  const lines = RECORDS.map((record) => JSON.stringify(record)).join('\n');
  await writeFile(join(content, 'digests', 'hostile.jsonl'), lines);
  const program = join(ROOT, 'scripts', 'sheaf.mjs');
  const options = ['--content', content, '--out', hostile];
  await promisify(execFile)(process.execPath, [program, 'build', ...options]);
}, 240_000);

afterAll(() => rm(work, { recursive: true }));

async function readFiles(folder: string, ending: RegExp): Promise<Page[]> {
  const files = (await listFiles(folder)).filter((file) => ending.test(file));
  return Promise.all(
    files.map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })),
  );
}

describe('the pages of hostile digests', () => {
  it('show every paper', async () => {
    const pages = await readFiles(hostile, /^papers\/.*\.html$/);
    expect(pages).toHaveLength(RECORDS.length);
    expect(pages.filter(({ text }) => text.includes('&lt;script'))).not.toEqual([]);
  });

  it('have no script, handler, frame, style or base of a digest', async () => {
    for (const { file, text } of await readFiles(hostile, /\.html$/)) {
      const root = parse(text, { comment: true });
      const strange = 'iframe, frame, object, embed, base, style, svg[onload], img[src=x]';
      expect(root.querySelectorAll(strange).map(String), file).toEqual([]);
      const attributes = root
        .querySelectorAll('*')
        .flatMap((element) => Object.keys(element.attributes));
      expect(
        attributes.filter((name) => /^on/i.test(name)),
        file,
      ).toEqual([]);
      for (const script of root.querySelectorAll('script')) {
        if (/json$/.test(script.getAttribute('type') ?? '')) JSON.parse(script.text);
        else expect(script.text, file).not.toContain('alert(');
      }
    }
  });

  it('have no control characters or halves of surrogates, nor have the data', async () => {
    const texts = await readFiles(hostile, /\.(?:html|json|jsonl|xml)$/);
    expect(texts.length).toBeGreaterThan(RECORDS.length);
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    const controls = /[\u0000-\u0008\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
    const escaped = /\\u(?:00[01]\d|202[a-e]|206[6-9]|d[89a-f])/i;
    for (const { file, text } of texts) {
      expect([controls.exec(text)?.index, escaped.exec(text)?.[0]], file).toEqual([
        undefined,
        undefined,
      ]);
    }
  });

  it('keep the links by mail of the operator', async () => {
    const home = parse(await readFile(join(hostile, 'index.html'), 'utf8'));
    const link = home.querySelector('a[href^="mailto:"]');
    expect(link?.getAttribute('href')).toBe('mailto:papers@example.org');
  });
});

describe('the links of every site', () => {
  it('lead out of it by http, https and mailto only, and give the page no hold on it', async () => {
    const built = [inject('site'), inject('siteUnderPath'), inject('siteOfAreas')];
    for (const folder of [hostile, ...built.map((site) => site.folder)]) {
      let outside = 0;
      for (const { file, text } of await readFiles(folder, /\.html$/)) {
        const root = parse(text);
        for (const link of root.querySelectorAll('[href], [src], [action]')) {
          const address = ['href', 'src', 'action'].map((name) => link.getAttribute(name) ?? '');
          const scheme = /^\s*([a-z][a-z\d+.-]*):/i.exec(address.join(''))?.[1]?.toLowerCase();
          expect([undefined, 'http', 'https', 'mailto'], file).toContain(scheme);
          if (link.tagName !== 'A' || (scheme === undefined && !/^\/[/\\]/.test(address[0]!)))
            continue;
          outside += 1;
          expect(link.getAttribute('rel'), `${file}: ${address[0]!}`).toBe('noopener');
        }
      }
      expect(outside).toBeGreaterThan(0);
    }
  });
});
