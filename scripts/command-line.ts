import manifest from '../package.json' with { type: 'json' };
import { Command, CommanderError, Help, InvalidArgumentError, Option } from 'commander';
import { isIsoDate } from '../src/core/iso-date.ts';
import { addDigests, type AddOptions } from './add.ts';
import { type BuildOptions, buildSite } from './build.ts';
import { checkContent } from './check.ts';
import { type DevOptions, developSite } from './dev.ts';
import { type Effects, realEffects } from './effects.ts';
import { evaluate } from './evaluate.ts';
import { EXIT_STATUS, reportError } from './exit-status.ts';
import { isCategory } from './fetch/arxiv-source.ts';
import { endOfWeek, isMonth } from './fetch/days.ts';
import {
  type ArxivOptions,
  fetchArxiv,
  fetchHuggingFace,
  type HuggingFaceOptions,
} from './fetch.ts';
import { listFormats } from './list-formats.ts';
import { assertFreePort, serveSite } from './serve.ts';

const DEFAULT_PORT = 4321;

/** Gives the signal that aborts when the operator stops the command. */
type Stop = () => AbortSignal;

/**
 * Runs `sheaf` with these arguments and returns its exit status. Servers end when `signal` aborts; without
 * one an interrupt is listened to from where there is something to put in order, and before that ends
 * the process at once.
 */
export async function main(
  args: readonly string[],
  effects: Effects = realEffects,
  signal?: AbortSignal,
): Promise<number> {
  let asked = signal;
  const stop: Stop = () => (asked ??= endOfProcess());
  try {
    await program(effects, stop).parseAsync(args, { from: 'user' });
    return EXIT_STATUS.done;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT_STATUS.done : EXIT_STATUS.wrongArguments;
    }
    return reportError(error, asked?.aborted ?? false, effects);
  }
}

function program(effects: Effects, stop: Stop): Command {
  const sheaf = new Command('sheaf')
    .description('Binds digests of research papers into a static site of topics.')
    .version(manifest.version, '--version', 'prints the version')
    .helpCommand(false)
    .addHelpText(
      'after',
      '\nExit status: 0 done, 1 the input is wrong or could not be fetched, 2 the arguments are wrong, 130 stopped.',
    )
    .configureHelp({
      // That a switch is off unless it is named goes without saying.
      optionDescription: (option) =>
        typeof option.defaultValue === 'boolean'
          ? option.description
          : new Help().optionDescription(option),
    })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => effects.log(text.trimEnd()),
      writeErr: (text) => effects.error(text.trimEnd()),
    });
  addBuild(sheaf, effects, stop);
  addServers(sheaf, effects, stop);
  addFetch(sheaf, effects, stop);
  addDigestCommands(sheaf, effects);
  addEvaluate(sheaf, effects);
  return sheaf;
}

type StartOptions = Pick<BuildOptions, 'content' | 'out' | 'skipBad'> & { readonly port: number };

const content = () =>
  new Option('--content <dir>', 'folder with site.yaml and digests/').default('content');
const out = () => new Option('--out <dir>', 'folder of the site').default('dist');
const skipBad = () =>
  new Option('--skip-bad', "leave out what can't be read of digests, and say so").default(false);
const port = () =>
  new Option('--port <number>', 'port on 127.0.0.1').default(DEFAULT_PORT).argParser(parsePort);

function addBuild(sheaf: Command, effects: Effects, stop: Stop): void {
  sheaf
    .command('build')
    .description('builds the site; the old one is replaced only when everything succeeded')
    .addOption(content())
    .addOption(out())
    .option('--data-only', 'write api/ and stop before the pages', false)
    .option('--refit', 'fit the topics anew; of those of the build before only names go on', false)
    .addOption(skipBad())
    .action(async (options: Omit<BuildOptions, 'live'>) => {
      await buildSite({ ...options, live: false }, effects, stop);
    });
}

function addServers(sheaf: Command, effects: Effects, stop: Stop): void {
  sheaf
    .command('start')
    .description('builds the site and serves it')
    .addOption(content())
    .addOption(out())
    .addOption(port())
    .addOption(skipBad())
    .action(async (options: StartOptions) => {
      await assertFreePort(options.port);
      const build = { ...options, dataOnly: false, refit: false, live: false };
      const base = await buildSite(build, effects, stop);
      const server = await serveSite({ folder: options.out, base, port: options.port });
      effects.log(server.address);
      await aborted(stop());
      await server.close();
    });
  sheaf
    .command('dev')
    .description('builds and serves the site, and builds it again when the content changes')
    .addOption(content())
    .addOption(port())
    .addOption(skipBad())
    .action((options: DevOptions) => developSite(options, effects, stop));
}

const since = () =>
  new Option('--since <day>', 'YYYY-MM-DD, or last to go on from what is there').argParser(
    parser((text) => text === 'last' || isIsoDate(text), 'YYYY-MM-DD or last'),
  );
const from = () => new Option('--from <url>', 'another host in place of its own');
const again = () =>
  new Option('--again', 'ask anew for lists that are there and final').default(false);

function addFetch(sheaf: Command, effects: Effects, stop: Stop): void {
  const fetch = sheaf
    .command('fetch')
    .helpCommand(false)
    .description('fetches digests into the content, by default what is new of the last days');
  const period = (name: string, value: string, isRight: (text: string) => boolean) =>
    new Option(`--${name} <${name}>`, `that of one ${name === 'date' ? 'day' : name}, ${value}`)
      .argParser(
        parser(isRight, `${name === 'date' ? 'a day' : `a ${name}`} of the calendar as ${value}`),
      )
      .conflicts(['date', 'week', 'month', 'since'].filter((other) => other !== name));
  fetch
    .command('hf')
    .description("fetches Hugging Face's daily papers")
    .addOption(content())
    .addOption(period('date', 'YYYY-MM-DD', isIsoDate))
    .addOption(period('week', 'YYYY-Www', (text) => endOfWeek(text) !== null))
    .addOption(period('month', 'YYYY-MM', isMonth))
    .addOption(since())
    .addOption(from())
    .addOption(again())
    .action((options: HuggingFaceOptions) => fetchHuggingFace(options, effects, stop()));
  fetch
    .command('arxiv')
    .description('fetches what was submitted to arXiv, by day or month')
    .addOption(content())
    .addOption(
      new Option('--category <names...>', 'such as cs.LG').argParser(
        (text, before: string[] | undefined) => [...(before ?? []), parseCategory(text)],
      ),
    )
    .option('--query <query>', 'in the words of arXiv\'s API, such as all:"sparse attention"')
    .addOption(since())
    .addOption(from())
    .addOption(again())
    .action((options: ArxivOptions) => fetchArxiv(options, effects, stop()));
}

/** Takes a text as it is, or says what is expected. */
function parser(isRight: (text: string) => boolean, expected: string): (text: string) => string {
  return (text) => {
    if (isRight(text)) return text;
    throw new InvalidArgumentError(`expected ${expected}.`);
  };
}

const parseCategory = parser(isCategory, 'a category of arXiv such as cs.LG or hep-th');

function addDigestCommands(sheaf: Command, effects: Effects): void {
  sheaf
    .command('add')
    .description('puts digests into the content folder, each under a telling name')
    .argument('<file...>', 'digests, folders of them, or - for the standard input')
    .addOption(content())
    .option('--yes', 'add without asking', false)
    .option('--skip-bad', 'leave bad files out and add the others (the exit status is 1)', false)
    .action((files: string[], options: AddOptions) => addDigests(files, options, effects));
  sheaf
    .command('check')
    .description('lists all that is wrong in the content folder; writes nothing')
    .addOption(content())
    .action((options: { content: string }) => checkContent(options, effects));
  sheaf
    .command('formats')
    .description('lists the shapes that digests may have')
    .action(() => {
      listFormats(effects);
    });
}

function addEvaluate(sheaf: Command, effects: Effects): void {
  sheaf
    .command('evaluate')
    .description('measures the topics of a file of papers and prints one JSON object')
    .argument('<file>', 'JSON lines, plain or gzip: title, abstract and perhaps label')
    .addOption(new Option('--k <number>', 'number of topics').argParser(parseCount).default('auto'))
    .addOption(new Option('--seeds <number>', 'seeds compared').argParser(parseCount).default(3))
    .action((file: string, options: { k: 'auto' | number; seeds: number }) =>
      evaluate({ file, ...options }, effects),
    );
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) {
    throw new InvalidArgumentError('expected a whole number from 1 on.');
  }
  return count;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('expected a whole number from 0 to 65535.');
  }
  return port;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

function endOfProcess(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return controller.signal;
}
