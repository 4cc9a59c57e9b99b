// `node scripts/bench/map.ts DIST`: how long the frames of the map take while it zooms and moves, with the
// papers of a built site and with 100,000 scattered about theirs. “Processor” is what the page's thread computes
// for a frame, in scripts and in all, whatever else the machine does; between frames there is also what the
// browser takes to show one (here without a graphics processor), and all that it waits for.
import { chromium, type Page } from 'playwright-core';
import type { MapData } from '../../src/map/map-data.ts';
import { formatTable } from '../format-table.ts';
import { serveSite } from '../serve.ts';

const MANY = 100_000;
const FRAMES = 120;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new RangeError('usage: node scripts/bench/map.ts DIST');
const server = await serveSite({ folder, base: '/', port: 0 });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const rows: string[][] = [];
  for (const papers of [0, MANY]) rows.push(await measure(papers));
  const headings = ['papers', 'processor: scripts ms', 'all ms', 'between: median ms', 'p95'];
  const columns = headings.map((heading) => ({ heading, isNumber: true }));
  process.stdout.write(`${formatTable(columns, rows, 100).join('\n')}\n`);
} finally {
  await browser.close();
  await server.close();
}

/** Opens the map with so many papers, or 0 for its own, and moves it. */
async function measure(papers: number): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(timeFrames);
  if (papers > 0) await scatter(page, papers);
  await page.goto(new URL('map/', `${server.address}/`).href);
  await page.mouse.move(1, 1);
  await page.waitForSelector('.map-stage.is-live');
  await page.locator('.map-canvas').focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (name: string) => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === name)!.value * 1000;
  };
  const before = [await spent('ScriptDuration'), await spent('TaskDuration')];
  const between = await page.evaluate(moveAbout, FRAMES);
  const after = [await spent('ScriptDuration'), await spent('TaskDuration')];
  const count = await page.evaluate(() => {
    const { topics } = JSON.parse(document.querySelector('#map-data')!.textContent) as MapData;
    return topics.reduce((sum, topic) => sum + topic.count, 0);
  });
  await page.close();
  const processor = after.map((ms, index) => (ms - before[index]!) / FRAMES);
  const numbers = [...processor, quantile(between, 0.5), quantile(between, 0.95)];
  return [String(count), ...numbers.map((ms) => ms.toFixed(1))];
}

/** Gives the page a multiple of its papers, each with others about it. */
async function scatter(page: Page, papers: number): Promise<void> {
  let times = 1;
  await page.route('**/map/', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(
      /(<script[^>]*id="map-data">)([^<]*)/,
      (_, tag: string, json: string) => {
        const data = JSON.parse(json) as MapData;
        times = Math.ceil(papers / data.topics.reduce((sum, { count }) => sum + count, 0));
        const topics = data.topics.map((topic) => ({ ...topic, count: topic.count * times }));
        return tag + JSON.stringify({ ...data, topics });
      },
    );
    await route.fulfill({ response, body });
  });
  await page.route('**/points.bin*', async (route) => {
    const places = new Uint16Array(new Uint8Array(await (await route.fetch()).body()).buffer);
    const many = new Uint16Array(places.length * times);
    // Steps of primes: about each paper, and the same in every run.
    for (let i = 0; i < many.length; i++) {
      const place = places[2 * Math.floor(i / 2 / times) + (i % 2)]!;
      many[i] = Math.max(0, Math.min(65_535, place + ((i * 7919) % 601) - 300));
    }
    await route.fulfill({ body: Buffer.from(many.buffer) });
  });
}

type Timed = Window & { starts: number[] };

/** Runs in the page before its scripts: notes when each frame begins. */
function timeFrames(): void {
  const timed = window as unknown as Timed;
  timed.starts = [];
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      callback(time);
      timed.starts.push(time);
    });
}

/** Runs in the page: zooms in and out by the wheel, a step a frame, while the pointer wanders. */
async function moveAbout(frames: number): Promise<number[]> {
  const canvas = document.querySelector('.map-canvas')!;
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const timed = window as unknown as Timed;
  timed.starts.length = 0;
  for (let frame = 0; frame < frames; frame++) {
    const part = frame / frames;
    const event = new WheelEvent('wheel', {
      deltaY: part < 0.5 ? -40 : 40,
      clientX: left + width * (0.3 + 0.4 * part),
      clientY: top + height * 0.5,
      bubbles: true,
      cancelable: true,
    });
    canvas.dispatchEvent(event);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    while (timed.starts.length <= frame) {
      await new Promise((resolve) => {
        setTimeout(resolve, 1);
      });
    }
  }
  return timed.starts.slice(1).map((start, index) => start - timed.starts[index]!);
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)]!;
}
