/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** The colours of the page as they are now. */
export interface MapColors {
  readonly ink: string;
  readonly softInk: string;
  readonly paper: string;
  readonly focus: string;
  readonly topics: readonly string[];
  readonly topicsRgb: readonly Rgb[];
  /** Of dots that are not meant. */
  readonly dimRgb: Rgb;
}

/** Reads the colours off the drawing of the map, whose style sheet knows light and dark. */
export function readColors(stage: HTMLElement): MapColors {
  const probe = document.createElement('span');
  stage.append(probe);
  const token = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const topics = [...stage.querySelectorAll('.map-marks')].map(
    (marks) => getComputedStyle(marks).stroke,
  );
  const toRgb = rgbReader();
  const colors = {
    ink: token('ink'),
    softInk: token('ink-soft'),
    paper: token('paper'),
    focus: token('focus'),
    topics,
    topicsRgb: topics.map(toRgb),
    dimRgb: toRgb(token('ink-soft')),
  };
  probe.remove();
  return colors;
}

/** Calls back when the colours of the page have changed, by its switch or the system's. */
export function onColorChange(changed: () => void): void {
  new MutationObserver(changed).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
}

/** Reads any colour of CSS by painting a pixel with it. */
function rgbReader(): (color: string) => Rgb {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1, 1];
  const context = canvas.getContext('2d')!;
  return (color) => {
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    return [red!, green!, blue!];
  };
}
