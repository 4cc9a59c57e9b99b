declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

  /** Compresses the answers that gain from it, as the request allows. */
  export default function compression(): Middleware;
}
