// Starts the map that one can move, once the page has come to rest and the map is on the screen.
import { element } from './element.ts';

/** Time for the page to be read and drawn first. */
const REST_MS = 300;

const stage = element<HTMLElement>('.map-stage');
const seen = new IntersectionObserver((entries) => {
  if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
  seen.disconnect();
  setTimeout(() => {
    start().catch(() => {
      // The drawing stays, and its topics are links.
      element('.map-status').textContent = 'The movable map could not be loaded.';
    });
  }, REST_MS);
});
seen.observe(stage);

async function start(): Promise<void> {
  const { startMap } = await import('./map-start.ts');
  await startMap(stage);
}
