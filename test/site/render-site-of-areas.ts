// A program of its own, for Astro changes the folder and the environment of the process it runs in.
import { join } from 'node:path';
import { indexPapers } from '../../scripts/index-papers.ts';
import { renderPages } from '../../scripts/render-pages.ts';
import { writeApi, writeSiteData } from '../../scripts/write-data.ts';
import { siteOfAreas } from './site-of-areas.ts';

const [folder, dataFolder] = process.argv.slice(2) as [string, string];
const data = siteOfAreas();
await writeSiteData(data, dataFolder);
await renderPages(data.site, dataFolder, folder);
await indexPapers(data.site, data.papers, folder);
await writeApi(data, join(folder, 'api'));
