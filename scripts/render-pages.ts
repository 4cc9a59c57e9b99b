import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import { build } from 'astro';
import { retiredPath } from '../src/retired-pages.ts';
import { pagePath } from '../src/page-paths.ts';
import type { Site } from '../src/site-data.ts';

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
