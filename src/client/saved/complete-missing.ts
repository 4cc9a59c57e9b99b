import { listSaved } from './saved-store.ts';
import { completePaper } from './toggle-saved.ts';

const AT_ONCE = 4;

/** Asks the pages of papers that were saved without their details: offline, or from a list of ids. */
export async function completeMissing(): Promise<void> {
  const queue = listSaved().filter(({ details }) => details === null);
  const work = async () => {
    for (let paper = queue.pop(); paper; paper = queue.pop()) await completePaper(paper.id);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
