import { noReads, withSharedReads, type SharedReads } from '@kizuna/api/platform/database/shared-reads';

/** A request from the web to the API in the same process. */
export interface InProcessRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string | Uint8Array;
  /** Identifies the requesting page: the same object for all of its requests. */
  page?: object;
}

/** The part of Fastify that answers a request without a socket. */
export interface Injectable {
  inject(request: {
    method: string;
    url: string;
    headers: Record<string, string>;
    payload?: string | Buffer;
    remoteAddress: string;
  }): Promise<unknown>;
}

/**
 * Offers the API to the web in this process: guards and validation still apply, only the socket is bypassed. The
 * resident's address is passed on, so that limits apply to the resident and not to this process. The reads of one page
 * are shared until the page changes something.
 */
export function offerInProcess(fastify: Injectable): void {
  const readsOfPages = new WeakMap<object, SharedReads>();
  const inject = async ({ page, payload, ...request }: InProcessRequest) => {
    const ask = () =>
      fastify.inject({
        ...request,
        payload: payload instanceof Uint8Array ? Buffer.from(payload) : payload,
        remoteAddress: request.headers['x-forwarded-for'] ?? '127.0.0.1',
      });
    if (page === undefined) return ask();
    if (request.method === 'GET') return withSharedReads(readsOf(readsOfPages, page), ask);
    // a command: anything read before or during it is stale
    return ask().finally(() => readsOfPages.delete(page));
  };
  Object.assign(globalThis, { [Symbol.for('kizuna.api')]: { inject } });
}

function readsOf(pages: WeakMap<object, SharedReads>, page: object): SharedReads {
  const reads = pages.get(page) ?? noReads();
  pages.set(page, reads);
  return reads;
}
