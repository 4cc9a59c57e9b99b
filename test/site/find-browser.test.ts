import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from './find-browser.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-browser-'));
  vi.stubEnv('CHROME_PATH', '');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describe('findBrowser(folder, path)', () => {
  it('says in one line how to get a browser where there is none', async () => {
    const nowhere = join(folder, 'missing', 'folder');
    const error = await findBrowser(nowhere, '').then(String, String);
    expect(error).toMatch(/^Error: no browser to test in: install Chrome or Chromium [^\n]+$/);
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'unpacks the one that npm brought where none is installed',
    async () => {
      const { executablePath, environment } = await findBrowser(folder, '');
      expect(executablePath).toBe(join(folder, 'chromium'));
      expect(environment['FONTCONFIG_FILE']).toBe(join(folder, 'fonts.conf'));
    },
  );

  it('takes the one that CHROME_PATH names before any other', async () => {
    vi.stubEnv('CHROME_PATH', process.execPath);
    expect((await findBrowser(folder)).executablePath).toBe(process.execPath);
  });
});
