// compression has no types of its own, and those of DefinitelyTyped require Express. It reads and wraps the plain
// request and response of node:http.
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Options {
    level?: number;
    filter?: (request: IncomingMessage, response: ServerResponse) => boolean;
  }
  type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  export default function compression(options?: Options): Middleware;
}
