import { accessSync, constants, writeFileSync } from 'node:fs';
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

/** A browser, and the variables that it needs beside those of this process. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly environment: Record<string, string>;
}

/**
 * A Chrome or Chromium: an installed one, else the one inside the npm package `@sparticuz/chromium`,
 * unpacked into `folder`. Throws an Error of one line that says how to get one.
 */
export async function findBrowser(
  folder: string,
  path = process.env['PATH'] ?? '',
): Promise<FoundBrowser> {
  const installed = path.split(delimiter).flatMap((bin) => COMMANDS.map((name) => join(bin, name)));
  const found = [process.env['CHROME_PATH'] ?? '', ...installed, ...APPLICATIONS].find(
    isExecutable,
  );
  if (found !== undefined) return { executablePath: found, environment: {} };
  const packaged =
    process.platform === 'linux' ? await unpackChromium(folder).catch(() => null) : null;
  if (packaged !== null) return packaged;
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

async function unpackChromium(folder: string): Promise<FoundBrowser> {
  const before = { ...process.env };
  // The package brings its system libraries along only where it believes to run in AWS Lambda, and
  // unpacks into TMPDIR.
  Object.assign(process.env, { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x', TMPDIR: folder });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const libraries = process.env['LD_LIBRARY_PATH'] ?? '';
    return {
      executablePath,
      environment: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: configureFonts(folder) },
    };
  } finally {
    for (const name of Object.keys(process.env)) {
      if (!(name in before)) Reflect.deleteProperty(process.env, name);
    }
    Object.assign(process.env, before);
  }
}

/** The package's own font configuration knows its fonts in /tmp alone. */
function configureFonts(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const fonts = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>\n`);
  return file;
}
