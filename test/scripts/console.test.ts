import { describe, expect, it } from 'vitest';
import { createConsole } from '../../scripts/console.ts';

const ERASE = '\r\u001B[2K';

type Failure = NodeJS.ErrnoException;

/** A console, and what stands on its screen. */
function trial(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  let listener: (error: Failure) => void = () => {};
  const screen = {
    isTTY,
    columns,
    write: (text: string) => written.push(text),
    on: (_: 'error', heard: typeof listener) => (listener = heard),
  };
  const fail = (code: string) => {
    listener(Object.assign(new Error(code), { code }));
  };
  return { ...createConsole(screen, screen), written, fail };
}

describe('createConsole(out, err)', () => {
  it('rewrites one line of progress on a terminal, and clears it for other lines', () => {
    const { log, error, progress, written } = trial(true);
    progress('one');
    progress('two');
    log('done');
    log('more');
    progress('three');
    error('wrong');
    expect(written.join('')).toBe(`one${ERASE}two${ERASE}done\nmore\nthree${ERASE}wrong\n`);
  });

  it('prints progress as lines elsewhere', () => {
    const { log, progress, written } = trial(false);
    progress('one');
    progress('two');
    log('done');
    expect(written.join('')).toBe('one\ntwo\ndone\n');
  });

  it('cuts progress to a line of the terminal, since more could not be erased', () => {
    const { log, progress, written } = trial(true, 12);
    progress('one two three four');
    log('one two three four');
    expect(written.join('')).toBe(`one two …${ERASE}one two three four\n`);
  });

  it('lets no name of a file steer the terminal', () => {
    const { log, error, progress, written } = trial(true);
    log('a\u001B[31m\n\tb\r');
    error('\u009B31m');
    progress('\u0007');
    expect(written).toEqual(['a\uFFFD[31m\n\tb\uFFFD\n', '\uFFFD31m\n', '\uFFFD']);
  });

  it('knows the width of a terminal alone', () => {
    expect(trial(true, 60).columns).toBe(60);
    expect(trial(true, 0).columns).toBe(Infinity);
    expect(trial(false, 60).columns).toBe(Infinity);
  });

  it('goes on when nobody reads along any more, and not when a disk is full', () => {
    const { fail } = trial(false);
    expect(() => {
      fail('EPIPE');
    }).not.toThrow();
    expect(() => {
      fail('ENOSPC');
    }).toThrow('ENOSPC');
  });
});
