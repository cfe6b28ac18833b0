import http from 'node:http';
import { listPage, mailPage, notFoundPage, PAGE_POLICY } from './mail-pages.ts';
import type { MailStore } from './mail-store.ts';

interface Answer {
  status: number;
  type: string;
  body: string;
}

/**
 * Serves the mails for reading: `/`, `/mails/<id>` and, for tests, `/mails.json`. Read-only, and reachable only from
 * this machine: the mails contain sign-in codes.
 */
export async function startMailView(store: MailStore, port: number): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    void answer(store, request)
      .catch((): Answer => ({ status: 500, type: 'text/plain; charset=utf-8', body: 'error' }))
      .then(({ status, type, body }) => {
        response.writeHead(status, {
          'content-type': type,
          'content-security-policy': PAGE_POLICY,
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
        });
        response.end(request.method === 'HEAD' ? undefined : body);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function answer(store: MailStore, request: http.IncomingMessage): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return { ...html(405, notFoundPage()) };
  const pathname = (request.url ?? '/').split('?')[0] ?? '/';
  if (pathname === '/') return html(200, listPage(await store.list()));
  if (pathname === '/mails.json') {
    return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(await store.list()) };
  }
  const id = /^\/mails\/([\w-]+)$/.exec(pathname)?.[1];
  const mail = id ? await store.find(id) : undefined;
  return mail ? html(200, mailPage(mail)) : html(404, notFoundPage());
}

function html(status: number, body: string): Answer {
  return { status, type: 'text/html; charset=utf-8', body };
}
