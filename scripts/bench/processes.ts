import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Report } from './report.ts';

const run = promisify(execFile);

export const INSTALL_ADVICE =
  'scikit-learn is missing, so Sheaf is measured alone; to compare: apt-get install python3-sklearn';

const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
/** Room for the clusters and neighbours of 100,000 papers. */
const MOST_OUTPUT_BYTES = 1 << 28;

/** A Python that has scikit-learn: Debian's before any other; null where there is none. */
export async function findScikitLearn(): Promise<string | null> {
  for (const python of ['/usr/bin/python3', 'python3']) {
    try {
      await run(python, ['-c', 'import sklearn']);
      return python;
    } catch {
      // Not there, or without scikit-learn: the next one may have it.
    }
  }
  return null;
}

/** Runs one of the measured programs of this folder to its end, alone. Throws its words if it fails. */
export async function measure(
  program: string,
  script: string,
  args: readonly (string | number)[],
): Promise<Report> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await run(program, [path, ...args.map(String)], {
    env: { ...process.env, ...ONE_THREAD },
    maxBuffer: MOST_OUTPUT_BYTES,
  });
  return JSON.parse(stdout) as Report;
}
