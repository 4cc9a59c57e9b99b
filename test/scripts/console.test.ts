import { describe, expect, it } from 'vitest';
import { createConsole } from '../../scripts/console.ts';

const ERASE = '\r\u001B[2K';

/** A console, and what stands on its screen. */
function trial(isTTY: boolean) {
  const written: string[] = [];
  const screen = { isTTY, write: (text: string) => written.push(text) };
  return { ...createConsole(screen, screen), written };
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
});
