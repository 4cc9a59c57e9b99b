import { basename, join } from 'node:path';
import type { DigestNotes } from '../src/core/digest/digest.ts';
import { formatProblem, InputError, type LocatedProblem } from '../src/core/input-error.ts';
import { formatCount, formatPercent } from '../src/format.ts';
import { ArgumentsError } from './check-output-folder.ts';
import type { Effects } from './effects.ts';
import { type Examined, examineCandidates, hashFiles } from './examine-candidates.ts';
import { findCandidates } from './find-candidates.ts';
import { formatTable, NONE } from './format-table.ts';
import { dayOfDigest, nameDigest } from './name-digest.ts';
import { type InspectedContent, inspectContent } from './read-content.ts';
import { visibleFiles } from './read-input.ts';

/** What `sheaf add` is asked for. */
export interface AddOptions {
  readonly content: string;
  /** Adds without asking. */
  readonly yes: boolean;
  /** Adds the other files where some are bad, instead of none. */
  readonly skipBad: boolean;
}

/** Some files were left out, which has been said; the others were dealt with. */
export class LeftOutError extends Error {
  override readonly name = 'LeftOutError';
}

type Addition = Extract<Examined, { kind: 'good' }> & { readonly target: string };

/**
 * Puts digests into a content folder, each under a telling name, when the operator agrees. A file whose
 * bytes are there already is passed over. Throws InputError where a file is bad and nothing is added,
 * LeftOutError where the others were, and ArgumentsError where nobody can be asked.
 */
export async function addDigests(
  inputs: readonly string[],
  { content: folder, yes, skipBad }: AddOptions,
  effects: Effects,
): Promise<void> {
  if ((await effects.readFile(join(folder, 'site.yaml'))) === null) {
    throw new ArgumentsError(`${folder} has no site.yaml; name the content folder by --content`);
  }
  const problems: LocatedProblem[] = [];
  const candidates = await findCandidates(inputs, effects, problems);
  const content = await inspectContent(folder, effects);
  const digestsFolder = join(folder, 'digests');
  const keptAs = await hashFiles(digestsFolder, effects);
  const examined = await examineCandidates(candidates, content.digests, keptAs, problems);
  const additions = await nameAdditions(examined, digestsFolder, effects);
  printTable(examined, additions, effects);
  noteContent(content, effects);
  if (problems.length > 0 && !skipBad) {
    if (additions.length > 0) effects.log('--skip-bad adds the good ones all the same');
    throw new InputError(problems);
  }
  for (const problem of problems) effects.error(formatProblem(problem));
  const isAgreed = additions.length > 0 && (await agree(additions, yes, effects));
  if (isAgreed) await write(additions, effects);
  else effects.log(additions.length > 0 ? 'nothing was added' : 'nothing to add');
  if (problems.length > 0) {
    const count = new Set(problems.map(({ path }) => path)).size;
    throw new LeftOutError(`${formatCount(count, 'bad file')} left out`);
  }
}

async function nameAdditions(
  examined: readonly Examined[],
  folder: string,
  effects: Effects,
): Promise<Addition[]> {
  const present = await visibleFiles(folder, effects);
  const taken = new Set(
    present.map((path) =>
      basename(path)
        .toLowerCase()
        .replace(/(?:\.[^.]*)+$/, ''),
    ),
  );
  return examined.flatMap((one) =>
    one.kind === 'good'
      ? [{ ...one, target: join(folder, nameDigest(one.digest, one.name, taken)) }]
      : [],
  );
}

function printTable(
  examined: readonly Examined[],
  additions: readonly Addition[],
  effects: Effects,
): void {
  if (examined.length === 0) return;
  const targets = new Map(additions.map(({ path, target }) => [path, target]));
  const rows = examined.map((one) => {
    if (one.kind === 'bad') return [one.path, ...NOTHING, 'bad: see below'];
    if (one.kind === 'same') return [one.path, ...NOTHING, `already there: ${one.as}`];
    const { digest, papers } = one;
    const counts = [papers.all, papers.new, papers.all - papers.new].map(String);
    const remark = [targets.get(one.path)!, ...warningsOn(one)].join('; ');
    return [one.path, digest.shape, ...counts, remark];
  });
  for (const line of formatTable(COLUMNS, rows, effects.columns)) effects.log(line);
  for (const one of examined) if (one.kind === 'good') printWarnings(one, effects);
}

/** Of each file so many are enough to see what it is about. */
const MOST_SHOWN = 10;

function printWarnings({ path, digest }: Examined & { kind: 'good' }, effects: Effects): void {
  const warnings = digest.warnings ?? [];
  for (const warning of warnings.slice(0, MOST_SHOWN)) {
    effects.log(`warning: ${formatProblem({ ...warning, path })}`);
  }
  const more = warnings.length - MOST_SHOWN;
  if (more > 0) effects.log(`${path}: ${formatCount(more, 'more warning')}; sheaf check tells all`);
}

/** Between the file and the remark. */
const NOTHING = [NONE, NONE, NONE, NONE];

const COLUMNS = [
  { heading: 'File' },
  { heading: 'Shape' },
  { heading: 'Papers', isNumber: true },
  { heading: 'New', isNumber: true },
  { heading: 'Known', isNumber: true },
  { heading: 'To be kept as; warnings' },
];

/** Below this certainty the operator should look at what was recognised. */
const SURE = 0.7;

function warningsOn({ name, digest, papers }: Extract<Examined, { kind: 'good' }>): string[] {
  const { certainty, records } = digest;
  const bare = records.filter(({ abstract }) => abstract === null).length;
  const told = digest.warnings?.length ?? 0;
  const warnings = [
    told > 0 && `${formatCount(told, 'warning')}: see below`,
    papers.all === 0 && 'no paper in it',
    certainty !== null && certainty < SURE && `shape only ${formatPercent(certainty)} sure`,
    dayOfDigest(digest, name) === null && 'no day known',
    bare > 0 && `${formatCount(bare, 'record')} without abstract`,
  ];
  return warnings.filter((warning) => warning !== false);
}

function noteContent({ problems, lockProblems }: InspectedContent, effects: Effects): void {
  // A collection begins without one.
  const wrong = problems.filter(({ expected }) => expected !== 'at least one digest');
  const count = wrong.length + lockProblems.length;
  if (count > 0) {
    effects.error(`${formatCount(count, 'problem')} in the content as it is; sheaf check tells`);
  }
}

function agree(additions: readonly Addition[], yes: boolean, effects: Effects): Promise<boolean> {
  if (yes) return Promise.resolve(true);
  if (effects.ask === null) {
    throw new ArgumentsError('nothing was added: there is no terminal to ask on; say --yes');
  }
  return effects.ask(`Add ${formatCount(additions.length, 'digest')}?`);
}

async function write(additions: readonly Addition[], effects: Effects): Promise<void> {
  for (const { target, bytes, notes, path } of additions) {
    // Before the digest, so that it is never read without them.
    if (notes !== null) await effects.writeFile(`${target}.yaml`, formatNotes(notes));
    await effects.writeFile(target, bytes);
    effects.log(`added ${target} (${path})`);
  }
}

/** Notes as YAML; texts as JSON writes them are YAML too. */
function formatNotes(notes: DigestNotes): string {
  const known = Object.entries(notes).filter(([, value]) => value !== null);
  return known.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('');
}
