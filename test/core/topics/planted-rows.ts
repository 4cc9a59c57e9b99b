import { RandomNumbers } from '../../../src/core/topics/random-numbers.ts';
import { type DenseMatrix, normalizeRows, zeros } from '../../../src/core/topics/sparse-matrix.ts';

/** Unit rows in random directions. */
export function noise(rows: number, cols: number, seed: number): DenseMatrix {
  const random = new RandomNumbers(seed);
  const matrix = zeros(rows, cols);
  for (let at = 0; at < matrix.values.length; at++) {
    // The sum of four uniform numbers is near enough to normal that no direction is preferred.
    for (let part = 0; part < 4; part++) matrix.values[at]! += random.getFloat() - 0.5;
  }
  return normalizeRows(matrix);
}

/**
 * Unit rows about as many axes as there are themes, in turn: row i belongs to theme i mod `themes`.
 * `spread` is the length of the noise beside a theme of length 1.
 */
export function plantedRows(
  themes: number,
  each: number,
  { spread, seed, cols = themes + 4 }: { spread: number; seed: number; cols?: number },
): DenseMatrix {
  const { rows, values } = noise(themes * each, cols, seed);
  const planted = zeros(rows, cols);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const theme = col === row % themes ? 1 : 0;
      planted.values[row * cols + col] = theme + spread * values[row * cols + col]!;
    }
  }
  return normalizeRows(planted);
}
