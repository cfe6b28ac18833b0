import type { RequestEvent } from '@sveltejs/kit';
import { send } from './api-transport.ts';

const passedOn = [
  'content-type',
  'cache-control',
  'etag',
  'access-control-allow-origin',
  'cross-origin-resource-policy',
];

/**
 * A public document of the API at an address without /api, with the headers that let any site read and keep it. Nobody's
 * cookie goes with it: what everybody may keep must be the same for everybody.
 */
export async function publicDocument(event: RequestEvent, path: string): Promise<Response> {
  const known = event.request.headers.get('if-none-match');
  const answer = await send({
    method: 'GET',
    url: path,
    headers: {
      host: event.url.host,
      'x-request-id': event.locals.requestId,
      ...(known ? { 'if-none-match': known } : {}),
    },
    page: event.locals,
  }).catch(() => null);
  if (!answer) return new Response(null, { status: 503 });
  const headers = new Headers();
  for (const name of passedOn) {
    const value = answer.header(name);
    if (value) headers.set(name, value);
  }
  return new Response(answer.statusCode === 304 ? null : answer.bytes(), {
    status: answer.statusCode,
    headers,
  });
}
