import http from 'node:http';
import compression from 'compression';
import { createApi, startWorker } from '@kizuna/api/app';
import { setTrustedForwarding } from './forwarding.ts';
import { offerInProcess, type Injectable } from './in-process-api.ts';
import { endWithParent, reportReady } from './lifeline.ts';

// The default process: web and API on one origin. The same two packages run separately if one machine is not enough.
type WebHandler = (request: http.IncomingMessage, response: http.ServerResponse, next: () => void) => void;

const port = Number(process.env.PORT ?? 3000);
const rule = {
  publicOrigin: process.env.PUBLIC_ORIGIN ?? `http://localhost:${port}`,
  trustProxy: /^(true|1)$/.test(process.env.TRUST_PROXY ?? ''),
};
/** A slow sender of headers or body may block only its own connection, and not forever. */
const HEADERS_MS = 20_000;
const REQUEST_MS = 300_000;

/** Pages only: static web files are stored compressed, and the API's answers go to this process or are small. */
const compress = compression({
  level: 4,
  filter: (_request, response) => /^text\/html|\/json/.test(String(response.getHeader('content-type'))),
});

let web: WebHandler = (_request, response) => response.writeHead(503, { 'retry-after': '1' }).end();

const api = await createApi({
  serverFactory: (handleApi) =>
    http.createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS }, (request, response) => {
      setTrustedForwarding(request, rule);
      if (/^\/api(\/|\?|$)/.test(request.url ?? '')) handleApi(request, response);
      else compress(request, response, () => web(request, response, () => response.writeHead(404).end()));
    }),
});
offerInProcess(api.getHttpAdapter().getInstance() as unknown as Injectable);
// the web reads these when it is loaded; without them it treats every request as https
process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
process.env.ADDRESS_HEADER = 'x-forwarded-for';
// a PDF of a megabyte and the form around it; larger uploads go to the API
process.env.BODY_SIZE_LIMIT ??= '1200K';
({ handler: web } = await import('@kizuna/web/handler'));
endWithParent(() => api.close());
if ((process.env.WORKER_MODE ?? 'embedded') === 'embedded') await startWorker(api);
await api.listen(port, process.env.HOST ?? '127.0.0.1');
reportReady();
