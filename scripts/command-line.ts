import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../src/core/input-error.ts';
import { type BuildOptions, buildSite, UnwrittenLockError } from './build.ts';
import { ArgumentsError } from './check-output-folder.ts';
import { type DevOptions, developSite } from './dev.ts';
import { type Effects, realEffects } from './effects.ts';
import { evaluate } from './evaluate.ts';
import { assertFreePort, serveSite } from './serve.ts';

/** Exit statuses of `sheaf`. */
const STATUS = { done: 0, wrongInput: 1, wrongArguments: 2, stopped: 130 } as const;

const DEFAULT_PORT = 4321;

/** Runs `sheaf` with these arguments and returns its exit status. Servers end when `signal` aborts. */
export async function main(
  args: readonly string[],
  effects: Effects = realEffects,
  signal: AbortSignal = endOfProcess(),
): Promise<number> {
  try {
    await program(effects, signal).parseAsync(args, { from: 'user' });
    return STATUS.done;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? STATUS.done : STATUS.wrongArguments;
    }
    if (error instanceof ArgumentsError) {
      effects.error(`sheaf: ${error.message}`);
      return STATUS.wrongArguments;
    }
    if (error instanceof InputError) {
      const count = error.problems.length;
      effects.error(error.message);
      effects.error(`${count === 1 ? '1 problem' : `${count} problems`}; nothing was written`);
      return STATUS.wrongInput;
    }
    if (signal.aborted) {
      effects.error('sheaf: stopped; the site stays as it was');
      return STATUS.stopped;
    }
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      effects.error(
        `sheaf: ${(error as Error).message}\n    Choose another port with --port N, or stop the other program.`,
      );
      return STATUS.wrongInput;
    }
    // A folder that can't be written, a full disk: the operator needs the words and no stack.
    if (error instanceof UnwrittenLockError || (error instanceof Error && 'syscall' in error)) {
      effects.error(`sheaf: ${error.message}`);
      return STATUS.wrongInput;
    }
    throw error;
  }
}

function program(effects: Effects, signal: AbortSignal): Command {
  const sheaf = new Command('sheaf')
    .description('Binds digests of research papers into a static site of topics.')
    .helpCommand(false)
    .addHelpText('after', '\nExit status: 0 done, 1 the input is wrong, 2 the arguments are wrong.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => effects.log(text.trimEnd()),
      writeErr: (text) => effects.error(text.trimEnd()),
    });
  addBuild(sheaf, effects, signal);
  addServers(sheaf, effects, signal);
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

function addBuild(sheaf: Command, effects: Effects, signal: AbortSignal): void {
  sheaf
    .command('build')
    .description('builds the site; the old one is replaced only when everything succeeded')
    .addOption(content())
    .addOption(out())
    .option('--data-only', 'write api/ and stop before the pages', false)
    .option('--refit', 'fit the topics anew; of those of the build before only names go on', false)
    .addOption(skipBad())
    .action(async (options: Omit<BuildOptions, 'live'>) => {
      await buildSite({ ...options, live: false }, effects, signal);
    });
}

function addServers(sheaf: Command, effects: Effects, signal: AbortSignal): void {
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
      const base = await buildSite(build, effects, signal);
      const server = await serveSite({ folder: options.out, base, port: options.port });
      effects.log(server.address);
      await aborted(signal);
      await server.close();
    });
  sheaf
    .command('dev')
    .description('builds and serves the site, and builds it again when the content changes')
    .addOption(content())
    .addOption(port())
    .addOption(skipBad())
    .action((options: DevOptions) => developSite(options, effects, signal));
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
