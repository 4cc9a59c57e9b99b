// Starts the map that one can move, once the page has come to rest and the map is on the screen.
import { element } from './element.ts';

const stage = element<HTMLElement>('.map-stage');
const seen = new IntersectionObserver((entries) => {
  if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
  seen.disconnect();
  afterRest(() => {
    void import('./map-start.ts').then(({ startMap }) => startMap(stage));
  });
});
seen.observe(stage);

/** Not every browser says when it is idle. */
function afterRest(start: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(start, { timeout: 2000 });
  else setTimeout(start, 300);
}
