import { innerProduct } from './inner-products.ts';
import type { DenseMatrix } from './sparse-matrix.ts';

/** Colours of marks; topics beyond these differ from others of their colour by shape. */
export const MARK_COLORS = 10;
export const MARK_SHAPES = 5;
/** Marks: colour + `MARK_COLORS` × shape. */
export const MARKS = MARK_COLORS * MARK_SHAPES;

/**
 * A mark for each topic: those of `kept` stay; a new one has the colour that the topics most like it have
 * least, and of that colour the shape that is rarest. `centroids` are unit rows, a row a topic. Greedy, in
 * the order of the topics; ties go to the lower number. Throws RangeError for a mark out of range.
 */
export function assignMarks(
  centroids: DenseMatrix,
  kept: readonly (number | null)[],
): readonly number[] {
  const marks: number[] = [];
  for (const mark of kept) {
    if (mark !== null && !(Number.isInteger(mark) && mark >= 0 && mark < MARKS)) {
      throw new RangeError(`a mark from 0 to ${MARKS - 1}, got ${mark}`);
    }
  }
  const taken = new Map(kept.flatMap((mark, topic) => (mark === null ? [] : [[topic, mark]])));
  for (const [topic, mark] of kept.entries()) {
    const chosen = mark ?? freshMark(topic, taken, centroids);
    taken.set(topic, chosen);
    marks.push(chosen);
  }
  return marks;
}

/** A colour costs what its topics are like the new one, and a little for each topic that has it. */
const CROWDING = 0.05;

function freshMark(
  topic: number,
  taken: ReadonlyMap<number, number>,
  centroids: DenseMatrix,
): number {
  const costs = new Float64Array(MARK_COLORS);
  const uses = new Uint32Array(MARKS);
  for (const [other, mark] of taken) {
    const likeness = Math.max(0, innerProduct(centroids, topic, centroids, other));
    costs[mark % MARK_COLORS]! += likeness + CROWDING;
    uses[mark]! += 1;
  }
  const color = costs.indexOf(Math.min(...costs));
  const ofColor = Array.from({ length: MARK_SHAPES }, (_, shape) => color + MARK_COLORS * shape);
  const fewest = Math.min(...ofColor.map((mark) => uses[mark]!));
  return ofColor.find((mark) => uses[mark] === fewest)!;
}
