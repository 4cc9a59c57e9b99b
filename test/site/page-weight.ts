import { readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import type { ServedSite } from './build-sites.ts';

/** Bytes of a page and of what it loads, by kind, as a host sends them: each file compressed by itself. */
export interface PageWeight {
  readonly html: number;
  readonly css: number;
  /** Scripts that the page names, what these import at once, and those written into the page. */
  readonly script: number;
  readonly font: number;
  readonly image: number;
}

/** A way of compressing; fonts and pictures are compressed already. */
export type Compression = 'gzip' | 'brotli';

const sizes = new Map<string, Promise<number>>();
const imports = new Map<string, Promise<string[]>>();

/** Weighs a page by its file below the folder of a site. Throws where what it names does not exist. */
export async function weighPage(
  { folder, base }: Pick<ServedSite, 'folder' | 'base'>,
  file: string,
  compression: Compression = 'gzip',
): Promise<PageWeight> {
  const text = await readFile(join(folder, file), 'utf8');
  const root = parse(text);
  const below = (reference: string) => {
    const path = new URL(reference, `https://example.org${base}${file}`).pathname;
    if (!path.startsWith(base))
      throw new Error(`${file} loads ${reference} from outside of ${base}`);
    return path.slice(base.length);
  };
  const named = (selector: string, attribute: string) => [
    ...new Set(root.querySelectorAll(selector).map((node) => below(node.getAttribute(attribute)!))),
  ];
  const sizeOf = (path: string) => sizeOfFile(join(folder, path), compression);
  const total = async (paths: readonly string[]) => sum(await Promise.all(paths.map(sizeOf)));
  const written = root
    .querySelectorAll('script:not([src])')
    .filter((node) => /^(?:|module|text\/javascript)$/.test(node.getAttribute('type') ?? ''));
  return {
    html: compressedSize(Buffer.from(text), compression),
    css: await total(named('link[rel=stylesheet]', 'href')),
    script:
      (await total(await withImports(folder, named('script[src]', 'src')))) +
      sum(written.map((node) => compressedSize(Buffer.from(node.text), compression))),
    font: await total(named('link[rel=preload][as=font]', 'href')),
    image: await total(named('img[src]:not([src^="data:"])', 'src')),
  };
}

/** The scripts and, over all steps, what they import before they run; not what they load later. */
async function withImports(folder: string, scripts: readonly string[]): Promise<string[]> {
  const all = new Set(scripts);
  for (const script of all) for (const path of await importsOf(folder, script)) all.add(path);
  return [...all];
}

function importsOf(folder: string, script: string): Promise<string[]> {
  const file = join(folder, script);
  const known = imports.get(file);
  if (known !== undefined) return known;
  const found = readFile(file, 'utf8').then((text) =>
    [...text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)].map(([, path]) =>
      posix.join(dirname(script), path!),
    ),
  );
  imports.set(file, found);
  return found;
}

function sizeOfFile(file: string, compression: Compression): Promise<number> {
  const key = `${compression} ${file}`;
  const known = sizes.get(key);
  if (known !== undefined) return known;
  const isCompressed = /\.(?:woff2|png|jpe?g|webp|avif)$/.test(file);
  const size = readFile(file).then((bytes) =>
    isCompressed ? bytes.length : compressedSize(bytes, compression),
  );
  sizes.set(key, size);
  return size;
}

function compressedSize(bytes: Buffer, compression: Compression): number {
  return compression === 'gzip'
    ? gzipSync(bytes, { level: 9 }).length
    : brotliCompressSync(bytes).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
