import { RandomNumbers } from './random-numbers.ts';
import { type DenseMatrix, scaleToUnit, zeros } from './sparse-matrix.ts';

const POWER_STEPS = 200;

/**
 * The rows seen along the two directions of greatest variance (principal components), centred:
 * rows × 2. By power iteration; the largest weight of a direction is positive. Zeros where rows do
 * not vary.
 */
export function principalPlane(rows: DenseMatrix, seed: number): DenseMatrix {
  const { cols, values } = rows;
  const mean = meanRow(rows);
  const covariance = covarianceOf(rows, mean);
  const generator = new RandomNumbers(seed);
  const plane = zeros(rows.rows, 2);
  for (let component = 0; component < 2; component++) {
    const direction = leadingDirection(covariance, cols, generator);
    for (let row = 0; row < rows.rows; row++) {
      let sum = 0;
      for (let col = 0; col < cols; col++) {
        sum += (values[row * cols + col]! - mean[col]!) * direction[col]!;
      }
      plane.values[row * 2 + component] = sum;
    }
    deflate(covariance, direction);
  }
  return plane;
}

function meanRow({ rows, cols, values }: DenseMatrix): Float64Array {
  const mean = new Float64Array(cols);
  for (let at = 0; at < values.length; at++) mean[at % cols]! += values[at]! / rows;
  return mean;
}

/** cols × cols, row-major. */
function covarianceOf({ rows, cols, values }: DenseMatrix, mean: Float64Array): Float64Array {
  const covariance = new Float64Array(cols * cols);
  const centred = new Float64Array(cols);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) centred[col] = values[row * cols + col]! - mean[col]!;
    for (let i = 0; i < cols; i++) {
      const left = centred[i]! / rows;
      for (let j = 0; j <= i; j++) covariance[i * cols + j]! += left * centred[j]!;
    }
  }
  for (let i = 0; i < cols; i++) {
    for (let j = 0; j < i; j++) covariance[j * cols + i] = covariance[i * cols + j]!;
  }
  return covariance;
}

/** The eigenvector of greatest eigenvalue of a symmetric matrix, of length 1. */
function leadingDirection(
  matrix: Float64Array,
  size: number,
  generator: RandomNumbers,
): Float64Array {
  let direction: Float64Array = Float64Array.from(
    { length: size },
    () => generator.getFloat() - 0.5,
  );
  for (let step = 0; step < POWER_STEPS; step++) {
    scaleToUnit(direction);
    direction = times(matrix, direction);
  }
  scaleToUnit(direction);
  const largest = direction.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  return largest < 0 ? direction.map((value) => -value) : direction;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += matrix[i * size + j]! * vector[j]!;
    return sum;
  });
}

/** Takes a direction out of a symmetric matrix, in place: C - λ v vᵀ. */
function deflate(matrix: Float64Array, direction: Float64Array): void {
  const size = direction.length;
  const image = times(matrix, direction);
  const eigenvalue = image.reduce((sum, value, i) => sum + value * direction[i]!, 0);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      matrix[i * size + j]! -= eigenvalue * direction[i]! * direction[j]!;
    }
  }
}
