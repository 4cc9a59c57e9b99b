// `npm run bench:pages -- FOLDER …`: what Lighthouse says of built sites, and what their pages weigh.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../test/site/find-browser.ts';
import { weighPage } from '../../test/site/page-weight.ts';
import { pagePath } from '../../src/page-paths.ts';
import { serveSite } from '../serve.ts';
import { CATEGORIES, runLighthouse } from './lighthouse.ts';
import { typicalPages } from './typical-pages.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Bytes as thousands of them. */
const kilo = (bytes: number) => (bytes / 1000).toFixed(1);

async function benchSite(folder: string, work: string): Promise<void> {
  const topics = JSON.parse(await readFile(join(folder, 'api/topics.json'), 'utf8')) as {
    id: string;
    url: string;
    papers: string[];
  }[];
  const { id, url } = topics[0]!;
  const base = url.slice(0, -pagePath.topic(id).length);
  const papers = topics.reduce((sum, topic) => sum + topic.papers.length, 0);
  const server = await serveSite({ folder, base, port: 0 });
  try {
    const pages = await typicalPages(folder);
    const address = server.address.replace(/\/?$/, '/');
    const urls = pages.map(({ path }) => address + path);
    const reports = await runLighthouse(urls, await findBrowser(work));
    print(`\n${folder}: ${papers} papers\n`);
    print(
      `| page | ${CATEGORIES.join(' | ')} | LCP ms | TBT ms | CLS | kB of HTML + CSS + scripts |`,
    );
    print(`|${' --- |'.repeat(CATEGORIES.length + 5)}`);
    for (const [position, { name, path }] of pages.entries()) {
      const { scores, metrics } = reports[position]!;
      const file = `${path}index.html`;
      const gzip = await weighPage({ folder, base }, file, 'gzip');
      const brotli = await weighPage({ folder, base }, file, 'brotli');
      const cells = [
        name,
        ...CATEGORIES.map((category) => String(Math.round(scores[category] ?? 0))),
        String(Math.round(metrics['largest-contentful-paint'] ?? 0)),
        String(Math.round(metrics['total-blocking-time'] ?? 0)),
        (metrics['cumulative-layout-shift'] ?? 0).toFixed(3),
        `${kilo(gzip.html)} + ${kilo(gzip.css)} + ${kilo(gzip.script)} by gzip, ${kilo(brotli.html + brotli.css + brotli.script)} by brotli`,
      ];
      print(`| ${cells.join(' | ')} |`);
    }
  } finally {
    await server.close();
  }
}

const folders = process.argv.slice(2);
const work = await mkdtemp(join(tmpdir(), 'sheaf-bench-pages-'));
try {
  for (const folder of folders.length > 0 ? folders : ['dist']) await benchSite(folder, work);
} finally {
  await rm(work, { recursive: true });
}
