import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import { build } from 'astro';
import { createIndex, close } from 'pagefind';
import { retiredPath } from '../src/retired-pages.ts';
import { pagePath, type Site } from '../src/site-data.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Renders the pages of site data into a folder. Throws what Astro throws. */
export async function renderPages(
  site: Site,
  dataFolder: string,
  outFolder: string,
): Promise<void> {
  process.env['SHEAF_SITE_DATA'] = resolve(dataFolder);
  const outDir = resolve(outFolder);
  const workingFolder = process.cwd();
  const retired = new Set(site.retired.map((page) => site.base + retiredPath(page)));
  const unlisted = retired.add(`${site.base}${pagePath.offline()}`);
  const isListed = (page: string) => !unlisted.has(new URL(page).pathname);
  // Astro looks for packages beside its intermediate files. It keeps them in the working folder, or in
  // the output folder where the path of that begins with the same letters: /sheaf and /sheaf-site/dist.
  const intermediate = await makeIntermediateFolder();
  process.chdir(intermediate);
  await build({
    root: ROOT,
    outDir,
    base: site.base,
    logLevel: 'warn',
    ...(site.url !== null && { site: site.url, integrations: [sitemap({ filter: isListed })] }),
  }).finally(async () => {
    process.chdir(workingFolder);
    await rm(intermediate, { recursive: true, force: true });
  });
}

/** A folder within Sheaf's, of its own so that two builds at once do not meet. */
async function makeIntermediateFolder(): Promise<string> {
  const parent = join(ROOT, '.sheaf');
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, 'rendering-'));
}

/** Writes a Pagefind index of the papers' pages below a folder. Throws Error where it fails. */
export async function indexPages(outFolder: string, paperCount: number): Promise<void> {
  // A fragment a page makes a file a paper; about a tenth of them is right for a browser too.
  const maxFragments = Math.max(1000, Math.round(paperCount / 10));
  const { index, errors } = await createIndex({ maxFragments, includeCharacters: '^_{}' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: outFolder, glob: 'papers/*/index.html' });
    const written = await index.writeFiles({ outputPath: `${outFolder}/pagefind` });
    const failures = [...added.errors, ...written.errors];
    if (failures.length > 0) throw new Error(`Pagefind: ${failures.join('; ')}`);
  } finally {
    await close();
  }
}
