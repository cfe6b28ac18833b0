import type { RequestEvent } from '@sveltejs/kit';
import { ApiError } from './api-error.ts';
import { send, type ApiAnswer, type ApiRequest } from './api-transport.ts';

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

interface Options {
  query?: Query;
  /** Makes a repeated command safe: the first answer is given again. Put it into the form as a hidden field. */
  idempotencyKey?: string;
}
interface WithBody extends Options {
  body?: unknown;
  /** Sent as it is, instead of JSON. */
  file?: SentFile;
}
interface SentFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

const forwarded = ['cookie', 'user-agent', 'x-forwarded-for', 'x-forwarded-proto', 'accept-language'];

/**
 * The API for this request: carries the person's cookie and the request id, and takes over cookies that the API sets.
 * Name the contract as type: `api(event).get<CourseList>('/api/courses')`; the API has validated it on its way out.
 * Throws ApiError for every refusal, also (503) when the API cannot be reached.
 */
export function api(event: RequestEvent) {
  const call = async <T>(method: ApiRequest['method'], path: string, options: WithBody = {}): Promise<T> => {
    const answer = await ask(event, method, path, options);
    const text = answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  return {
    get: <T>(path: string, options?: Options) => call<T>('GET', path, options),
    post: <T = unknown>(path: string, options?: WithBody) => call<T>('POST', path, options),
    put: <T = unknown>(path: string, options?: WithBody) => call<T>('PUT', path, options),
    patch: <T = unknown>(path: string, options?: WithBody) => call<T>('PATCH', path, options),
    delete: <T = unknown>(path: string, options?: WithBody) => call<T>('DELETE', path, options),
    /** Sends a file as it is; the answer is JSON. */
    postFile: <T>(path: string, file: SentFile) => call<T>('POST', path, { file }),
    /** A file of the API (PDF, CSV, calendar) handed on with its type and name. */
    file: async (path: string, options?: Options): Promise<Response> =>
      fileResponse(await ask(event, 'GET', path, options ?? {})),
    /** The same where the API makes the file of a body (a preview). */
    fileOf: async (path: string, options: WithBody): Promise<Response> =>
      fileResponse(await ask(event, 'POST', path, options)),
  };
}

async function ask(
  event: RequestEvent,
  method: ApiRequest['method'],
  path: string,
  options: WithBody,
): Promise<ApiAnswer> {
  const answer = await send({
    method,
    url: path + queryOf(options.query),
    headers: headersOf(event, options),
    payload: options.file?.bytes ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
    page: event.locals,
  }).catch(() => {
    throw new ApiError(503, { code: 'platform.unavailable' }, event.locals.requestId);
  });
  takeOverCookies(event, answer.setCookies);
  if (answer.statusCode >= 400)
    throw new ApiError(answer.statusCode, errorBodyOf(answer), event.locals.requestId);
  return answer;
}

function headersOf(event: RequestEvent, options: WithBody): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    host: event.url.host,
    origin: event.url.origin,
    'x-request-id': event.locals.requestId,
  };
  for (const name of forwarded) {
    const value = event.request.headers.get(name);
    if (value) headers[name] = value;
  }
  headers['x-forwarded-proto'] ??= event.url.protocol.slice(0, -1);
  headers['x-forwarded-for'] ??= addressOf(event);
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (options.file) headers['content-type'] = options.file.type;
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
  return headers;
}

function addressOf(event: RequestEvent): string {
  try {
    return event.getClientAddress();
  } catch {
    return '127.0.0.1'; // a request made by the build has no address
  }
}

function queryOf(query: Query | undefined): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    const values = Array.isArray(value) ? value : [value];
    for (const each of values)
      if (each !== undefined && each !== null && each !== '') params.append(name, String(each));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

function errorBodyOf(answer: ApiAnswer): object {
  try {
    const body: unknown = JSON.parse(answer.text());
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {}; // a proxy's HTML page: the status says enough
  }
}

function fileResponse(answer: ApiAnswer): Response {
  const headers = new Headers();
  for (const name of [
    'content-type',
    'content-disposition',
    'content-length',
    'etag',
    'content-security-policy',
  ]) {
    const value = answer.header(name);
    if (value) headers.set(name, value);
  }
  return new Response(answer.bytes(), { status: answer.statusCode, headers });
}

function takeOverCookies(event: RequestEvent, lines: readonly string[]): void {
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const equals = pair.indexOf('=');
    const found = new Map(
      attributes.map((attribute) => {
        const [name = '', value = ''] = attribute.split('=');
        return [name.toLowerCase(), value] as const;
      }),
    );
    const maxAge = found.get('max-age');
    const expires = found.get('expires');
    event.cookies.set(pair.slice(0, equals), pair.slice(equals + 1), {
      path: found.get('path') || '/',
      httpOnly: found.has('httponly'),
      secure: found.has('secure'),
      sameSite: (found.get('samesite')?.toLowerCase() as 'lax' | 'strict' | 'none' | undefined) ?? 'lax',
      ...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
      ...(expires === undefined ? {} : { expires: new Date(expires) }),
      encode: (value) => value,
    });
  }
}
