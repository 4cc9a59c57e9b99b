import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const sources = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => [folder, ...name.split(sep)].join('/'))
    .filter((name) => /\.(?:ts|astro|mjs)$/.test(name) && !name.endsWith('.d.ts')),
);

interface Import {
  readonly from: string;
  /** A path below the root for the project's own files, else the name of a package. */
  readonly to: string;
}

const imports: Import[] = sources.flatMap((from) => {
  const text = readFileSync(join(ROOT, from), 'utf8');
  const named = [...text.matchAll(/^(?:import|export)\b[^'";]*?['"]([^'"]+)['"]/gms)];
  return named.map(([, to]) => ({ from, to: resolveImport(from, to!) }));
});

function resolveImport(from: string, to: string): string {
  return to.startsWith('.') ? posix.join(dirname(from), to) : to;
}

/** Imports of files that start so, as "from → to", except into the allowed places. */
function strayImports(from: string, isAllowed: (to: string) => boolean): string[] {
  return imports
    .filter((entry) => entry.from.startsWith(from) && !isAllowed(entry.to))
    .map((entry) => `${entry.from} → ${entry.to}`);
}

const isPackage = (to: string) => !/^(?:src|scripts|node:|astro)/.test(to);

describe('the arrows between the rooms', () => {
  it('lead from the core to the core and to packages, without Astro and the disk', () => {
    const isAllowed = (to: string) =>
      to.startsWith('src/core/') ||
      isPackage(to) ||
      to === 'node:crypto' ||
      to === 'node:worker_threads';
    expect(strayImports('src/core/', isAllowed)).toEqual([]);
  });

  it('lead from topics to text and what all share, and from text to nothing else', () => {
    expect(
      strayImports('src/core/text/', (to) => to.startsWith('src/core/text/') || isPackage(to)),
    ).toEqual([]);
    const isTopics = (to: string) =>
      /^src\/core\/(?:(?:text|topics)\/|[^/]+$)/.test(to) || isPackage(to);
    expect(strayImports('src/core/topics/', isTopics)).toEqual([]);
  });

  it('lead from the pages to the site data and never into core or scripts', () => {
    for (const room of ['src/pages/', 'src/layouts/', 'src/components/', 'src/client/']) {
      expect(strayImports(room, (to) => !/^(?:src\/core|scripts)\//.test(to))).toEqual([]);
    }
  });

  it('lead from scripts to the core and the site data, and to no page', () => {
    const isAllowed = (to: string) => !/^src\/(?:pages|layouts|components|client)\//.test(to);
    expect(strayImports('scripts/', isAllowed)).toEqual([]);
  });

  it.each([
    '@citation-js/core',
    '@citation-js/plugin-bibtex',
    '@citation-js/plugin-csl',
    '@citation-js/plugin-ris',
    'natural',
    'ml-matrix',
    'ml-xsadd',
    'yaml',
    'jsonc-parser',
    '@rgrove/parse-xml',
    'remark',
    'remark-gfm',
    'rehype-parse',
    'commander',
    'sirv',
    'compression',
    'pagefind',
    'chokidar',
    '@rgrove/parse-xml',
    'postal-mime',
    'csv-parse',
    'latex-utensils',
    'leven',
    'lighthouse',
    'feedsmith',
    'katex',
    'd3-contour',
    'd3-zoom',
    'd3-selection',
    'kdbush',
    'sharp',
    'opentype.js',
  ])('reach %s through one file', (name) => {
    const users = imports.filter(({ to }) => to === name || to.startsWith(`${name}/`));
    expect([...new Set(users.map(({ from }) => from))]).toHaveLength(1);
  });

  it('never lead to a package that only development needs, but for benchmarks', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const isUsed = ({ to }: Import) =>
      Object.keys(devDependencies).some((name) => to === name || to.startsWith(`${name}/`));
    const isBench = ({ from }: Import) => from.startsWith('scripts/bench/');
    expect(imports.filter((entry) => isUsed(entry) && !isBench(entry))).toEqual([]);
  });

  it('make no circle', () => {
    const next = new Map(sources.map((source) => [source, [] as string[]]));
    for (const { from, to } of imports) next.get(from)?.push(to);
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file))
        circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (done.has(file) || trail.includes(file)) return;
      for (const to of next.get(file) ?? []) walk(to, [...trail, file]);
      done.add(file);
    };
    for (const source of sources) walk(source, []);
    expect(circles).toEqual([]);
  });
});

describe('the core', () => {
  it('never asks for time, chance or a console', () => {
    const impure = sources
      .filter((source) => source.startsWith('src/core/'))
      .filter((source) =>
        /Date\.now|new Date\(\)|Math\.random|console\./.test(
          readFileSync(join(ROOT, source), 'utf8'),
        ),
      );
    expect(impure.map((source) => relative('src/core', source))).toEqual([]);
  });
});
