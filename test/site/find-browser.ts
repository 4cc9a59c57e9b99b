import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chrome or Chromium: an installed one, else the one inside the npm package `@sparticuz/chromium`.
 * Throws an Error of one line that says how to get one.
 */
export async function findBrowser(path = process.env['PATH'] ?? ''): Promise<string> {
  const installed = path
    .split(delimiter)
    .flatMap((folder) => COMMANDS.map((name) => join(folder, name)));
  const found = [process.env['CHROME_PATH'] ?? '', ...installed, ...APPLICATIONS].find(
    isExecutable,
  );
  if (found !== undefined) return found;
  if (process.platform === 'linux') {
    const packaged = await unpackChromium().catch(() => null);
    if (packaged !== null) return packaged;
  }
  throw new Error(
    'no browser to test in: install Chrome or Chromium (on Debian: apt-get install chromium), or name one in CHROME_PATH',
  );
}

function isExecutable(path: string): boolean {
  if (path === '') return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function unpackChromium(): Promise<string> {
  // The package brings its system libraries along only where it believes to run in AWS Lambda, and
  // unpacks into TMPDIR, where another user's unpacked copy may lie.
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x';
  process.env['TMPDIR'] = mkdtempSync(join(tmpdir(), 'sheaf-chromium-'));
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}
