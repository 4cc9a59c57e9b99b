import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';

/** What `serveSite` is asked for. */
export interface ServeOptions {
  /** Folder of the built site. */
  readonly folder: string;
  /** Path under which it lives: `/` or `/name/`. */
  readonly base: string;
  readonly port: number;
}

/** Answers a request, or leaves it to the site. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A site that is being served, and where. */
export interface RunningServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves a built site on 127.0.0.1, under its base path, until it is closed. Rejects a taken port. */
export async function serveSite(
  { folder, base, port }: ServeOptions,
  before: Handler = () => false,
): Promise<RunningServer> {
  // `dev` looks every file up anew, since a build replaces the folder.
  const root = resolve(folder);
  const files = sirv(root, { dev: true, etag: true });
  const compress = compression();
  const server = createServer((request, response) => {
    if (before(request, response)) return;
    const path = request.url ?? '/';
    if (!path.startsWith(base)) {
      redirectToBase(response, base, path);
      return;
    }
    request.url = `/${path.slice(base.length)}`;
    // As hosts do, so that what is measured here is what readers get.
    compress(request, response, () => {
      files(request, response, () => void answerNotFound(root, response));
    });
  });
  await listen(server, port);
  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    address: `http://127.0.0.1:${actualPort}${base === '/' ? '' : base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Rejects a taken port of 127.0.0.1, so that nobody waits for a build that can't be served. */
export async function assertFreePort(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port);
  await new Promise((resolve) => server.close(resolve));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve();
    });
  });
}

function redirectToBase(response: ServerResponse, base: string, path: string): void {
  const isAbove = base.startsWith(path) || path === '/';
  response.writeHead(isAbove ? 302 : 404, isAbove ? { location: base } : {}).end();
}

async function answerNotFound(folder: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(folder, '404.html')).catch(() => 'Not found');
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}
