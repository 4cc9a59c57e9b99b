import type { OgColors } from './map-og-image.ts';

/** The colours of the light theme, read off the tokens of the style sheet. Throws Error for one not there. */
export function lightColors(tokens: string): OgColors {
  const token = (name: string) => {
    const match = new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}),`).exec(tokens);
    if (!match) throw new Error(`the tokens have no --${name} of two colours`);
    return match[1]!;
  };
  return {
    ink: token('ink'),
    softInk: token('ink-soft'),
    paper: token('paper'),
    line: token('line'),
    topics: Array.from({ length: 10 }, (_, color) => token(`topic-${color}`)),
  };
}
