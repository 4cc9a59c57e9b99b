import { basename, join } from 'node:path';
import { type BenchOptions, clustersFor, sizesOf } from './bench-options.ts';
import {
  compareReports,
  fastestOf,
  growth,
  type Row,
  tableOf,
  totalSeconds,
} from './comparison.ts';
import { countPapers, readLabels, sampleOf, writeSample } from './corpus.ts';
import { measure } from './processes.ts';
import { type Quality, qualityOf } from './quality.ts';
import type { Report } from './report.ts';

/** What all measurements share: where scikit-learn is, a folder for samples, and where to print. */
export interface BenchSetting {
  readonly python: string | null;
  readonly folder: string;
  readonly print: (text: string) => void;
}

/** A sample of papers as a file, and what is asked of it. */
interface Task {
  readonly sample: string;
  readonly papers: number;
  readonly labels: number;
  readonly k: number;
  readonly options: BenchOptions;
  readonly setting: BenchSetting;
}

/** Starts of k-means for the quality; one for the seconds. */
const QUALITY_STARTS = 5;
const QUALITY_SEEDS = 3;

/** Measures a file at each of its sizes and prints the tables. */
export async function benchFile(
  file: string,
  options: BenchOptions,
  setting: BenchSetting,
): Promise<void> {
  const total = await countPapers(file);
  if (total === 0) throw new RangeError(`${file}: expected JSON lines, got none`);
  const sample = join(setting.folder, 'sample.jsonl');
  const models: { papers: number; report: Report }[] = [];
  for (const papers of sizesOf(total, options.papers)) {
    const labels = await writeSample(file, sampleOf(total, papers), sample);
    const k = Math.min(papers, options.k ?? (labels > 0 ? labels : clustersFor(papers)));
    const title = `${basename(file)}: ${papers} papers, k = ${k}`;
    setting.print(`\n${title}${labels > 0 ? `, ${labels} labels` : ''}`);
    const task = { sample, papers, labels, k, options, setting };
    if (options.only.includes('vectors')) await benchVectors(task);
    if (options.only.includes('related')) await benchRelated(task);
    if (options.only.includes('model')) models.push({ papers, report: await benchModel(task) });
    if (options.only.includes('quality') && labels > 0) await benchQuality(task);
  }
  printGrowth(models, setting);
}

/** One start of k-means on TF-IDF and SVD, both sides in turn. */
async function benchVectors({ sample, k, options, setting }: Task): Promise<void> {
  const args = [sample, options.dimensions, k, 1, 1];
  const sheaf: Report[] = [];
  const sklearn: Report[] = [];
  for (let run = 0; run < options.runs; run++) {
    sheaf.push(await measure(process.execPath, 'sheaf-vectors.ts', args));
    if (setting.python) sklearn.push(await measure(setting.python, 'sklearn_vectors.py', args));
  }
  const head: Row = [`${options.dimensions} dimensions`, 'Sheaf', 'scikit-learn', 'ratio'];
  const fastest = sklearn.length > 0 ? fastestOf(sklearn) : null;
  setting.print(tableOf([head, ...compareReports(fastestOf(sheaf), fastest)]));
}

async function benchRelated({ sample, setting }: Task): Promise<void> {
  const { seconds, numbers } = await measure(process.execPath, 'sheaf-related.ts', [sample]);
  const recall = numbers['recall']!.toFixed(3);
  setting.print(`  nearest rows: recall@8 ${recall} in ${seconds['nearest']!.toFixed(2)} s`);
}

/** All of the model with its own dimensions and number of topics, or `--k`. */
async function benchModel({ sample, options, setting }: Task): Promise<Report> {
  const args = [sample, options.k ?? 'auto'];
  const report = await measure(process.execPath, 'sheaf-model.ts', args);
  const stages = Object.entries(report.seconds).map(
    ([stage, seconds]) => `${stage} ${seconds.toFixed(1)}`,
  );
  setting.print(
    `  whole model: ${totalSeconds(report).toFixed(1)} s, ${report.peakRssMb.toFixed(0)} MB, ` +
      `${report.numbers['topics']} topics (${stages.join(', ')} s)`,
  );
  return report;
}

/** Sheaf's vectors and scikit-learn's with the same dimensions and k, and the model as it is built. */
async function benchQuality({ sample, k, options, setting }: Task): Promise<void> {
  const labels = await readLabels(sample);
  const args = [sample, options.dimensions, k, QUALITY_SEEDS, QUALITY_STARTS];
  const read = async (program: string, script: string): Promise<Quality> => {
    const { runs, neighbours } = await measure(program, script, args);
    return qualityOf(labels, runs!, neighbours!);
  };
  const sheaf = await read(process.execPath, 'sheaf-vectors.ts');
  const sklearn = setting.python && (await read(setting.python, 'sklearn_vectors.py'));
  const { numbers: model } = await measure(process.execPath, 'sheaf-quality.ts', [sample, k]);
  const rows = (['ami', 'ari', 'seedAri', 'knnAccuracy'] as const).map((name): Row => {
    const difference = sklearn ? signed(model[name]! - sklearn[name]) : '–';
    const theirs = sklearn ? sklearn[name].toFixed(3) : '–';
    return [name, model[name]!.toFixed(3), sheaf[name].toFixed(3), theirs, difference];
  });
  const head: Row = ['quality', 'model', 'vectors', 'scikit-learn', 'model - scikit-learn'];
  setting.print(tableOf([head, ...rows]));
}

function signed(value: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(3)}`;
}

/** From each size of the model to the next, where n log n is 1. */
function printGrowth(
  models: readonly { readonly papers: number; readonly report: Report }[],
  { print }: BenchSetting,
): void {
  models.slice(1).forEach(({ papers, report }, index) => {
    const before = models[index]!;
    const of = (read: (report: Report) => number) =>
      growth(
        { papers: before.papers, value: read(before.report) },
        { papers, value: read(report) },
      ).toFixed(2);
    print(
      `\n  growth from ${before.papers} to ${papers} papers, where n log n is 1: ` +
        `time ${of(totalSeconds)}, memory ${of(({ peakRssMb }) => peakRssMb)}`,
    );
  });
}
