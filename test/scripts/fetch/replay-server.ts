import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from 'vitest';

/** A recorded answer. */
export function recording(name: string): string {
  return readFileSync(new URL(`recordings/${name}`, import.meta.url), 'utf8');
}

/** Answers one request. */
export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

/** A server on this machine, what it was asked, and how it answers. */
export const server = {
  address: '',
  /** Path and query of each request, in order. */
  asked: [] as string[],
  headers: [] as IncomingMessage['headers'][],
  /** Answers the first requests, one each. */
  first: [] as Reply[],
  /** Answers all others. */
  reply: ((response) => response.end()) as Reply,
};

/** Starts the server anew for each test of a file. */
export function useReplayServer(): void {
  let stop = async () => {};
  beforeEach(async () => {
    Object.assign(server, { asked: [], headers: [], first: [] });
    const http = createServer((request, response) => {
      server.asked.push(request.url!);
      server.headers.push(request.headers);
      (server.first.shift() ?? server.reply)(response, request);
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    server.address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    stop = async () => {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    };
  });
  afterEach(() => stop());
}

/** Answers with this body. */
export function answer(
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' },
  status = 200,
): Reply {
  return (response) => response.writeHead(status, headers).end(body);
}

export const FEED = { 'content-type': 'application/atom+xml; charset=utf-8' };
export const PAGE = { 'content-type': 'text/html; charset=utf-8' };

/** So many papers as Hugging Face lists them, numbered from `first`. */
export function papers(count: number, first = 0): string {
  const items = Array.from({ length: count }, (_, index) => ({
    paper: {
      id: `2510.${String(first + index).padStart(5, '0')}`,
      title: `Paper ${first + index}`,
    },
  }));
  return JSON.stringify(items);
}

/** So many entries of arXiv from `start`, of `total`. */
export function feed(start: number, count: number, total: number): string {
  const entries = Array.from(
    { length: count },
    (_, index) =>
      `<entry><id>http://arxiv.org/abs/2510.${String(start + index).padStart(5, '0')}v1</id><title>Paper ${start + index}</title></entry>`,
  );
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><opensearch:totalResults>${total}</opensearch:totalResults>${entries.join('')}</feed>`;
}
