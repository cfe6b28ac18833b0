import type { AnswerOf, Endpoint } from '@kizuna/shared/contracts/endpoint';
import {
  addressOf,
  type EndpointInput,
  type KnownInputParameter,
} from '@kizuna/shared/contracts/endpoint-input';
import type { SignedInPerson } from '@kizuna/shared/contracts/people';
import { askWho, readSignedIn, signedInHeader } from '@kizuna/shared/contracts/signed-in-header';
import type { RequestEvent } from '@sveltejs/kit';
import { parseSetCookie } from 'cookie';
import { ApiError } from './api-error.ts';
import { send, type ApiAnswer } from './api-transport.ts';

const forwarded = ['cookie', 'user-agent', 'x-forwarded-for', 'x-forwarded-proto', 'accept-language'];

/** The parts of a request, whatever its endpoint. */
interface Input {
  params?: object;
  query?: unknown;
  body?: unknown;
  /** Sent as it is, instead of JSON. */
  upload?: Uint8Array<ArrayBuffer>;
  /** Makes a repeated command safe: the first answer is given again. Put it into the form as a hidden field. */
  idempotencyKey?: string;
}

/**
 * Asks the API for this request: carries the person's cookie and the request id, and takes over cookies that the API
 * sets. The input may hold what was typed into a form; the API alone validates it.
 *
 * ```ts
 * const view = await call(event, enrolmentEndpoints.getApplication, { params: { applicationId } });
 * ```
 *
 * @throws ApiError for every refusal, also (503) when the API cannot be reached
 */
export async function call<E extends Endpoint, const I extends EndpointInput<E>>(
  event: RequestEvent,
  endpoint: E,
  ...[input]: KnownInputParameter<E, I>
): Promise<AnswerOf<E>> {
  const text = (await ask(event, endpoint, input)).text();
  return (text === '' ? undefined : JSON.parse(text)) as AnswerOf<E>;
}

/** The same for an endpoint that answers a file (PDF, CSV, calendar): handed on with its type and name. */
export async function callForFile<E extends Endpoint & { file: string }, const I extends EndpointInput<E>>(
  event: RequestEvent,
  endpoint: E,
  ...[input]: KnownInputParameter<E, I>
): Promise<Response> {
  return fileResponse(await ask(event, endpoint, input));
}

/**
 * Who is signed in, as the first answer of this page says; undefined where the page asks the API nothing, or got no
 * answer. Waits until the loads of the page have begun: SvelteKit starts them all before any of them goes on.
 */
export async function personOfAnswers(event: RequestEvent): Promise<SignedInPerson | null | undefined> {
  await new Promise((resolve) => setImmediate(resolve));
  return event.locals.firstAnswer;
}

async function ask(event: RequestEvent, endpoint: Endpoint, input: Input = {}): Promise<ApiAnswer> {
  const asked = askApi(event, endpoint, input);
  event.locals.firstAnswer ??= asked.then(
    (answer) => readSignedIn(answer.header(signedInHeader)),
    () => undefined,
  );
  const answer = await asked;
  takeOverCookies(event, answer.setCookies);
  if (answer.statusCode >= 400)
    throw new ApiError(answer.statusCode, errorBodyOf(answer), event.locals.requestId);
  return answer;
}

async function askApi(event: RequestEvent, endpoint: Endpoint, input: Input): Promise<ApiAnswer> {
  return send({
    method: endpoint.method,
    url: addressOf(endpoint, input),
    headers: headersOf(event, endpoint, input),
    payload: input.upload ?? (input.body === undefined ? undefined : JSON.stringify(input.body)),
    page: event.locals,
  }).catch(() => {
    throw new ApiError(503, { code: 'platform.unavailable' }, event.locals.requestId);
  });
}

function headersOf(event: RequestEvent, endpoint: Endpoint, input: Input): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    host: event.url.host,
    origin: event.url.origin,
    'x-request-id': event.locals.requestId,
    [signedInHeader]: askWho,
  };
  for (const name of forwarded) {
    const value = event.request.headers.get(name);
    if (value) headers[name] = value;
  }
  headers['x-forwarded-proto'] ??= event.url.protocol.slice(0, -1);
  headers['x-forwarded-for'] ??= networkAddressOf(event);
  if (input.body !== undefined) headers['content-type'] = 'application/json';
  if (input.upload && endpoint.upload) headers['content-type'] = endpoint.upload;
  if (input.idempotencyKey) headers['idempotency-key'] = input.idempotencyKey;
  return headers;
}

function networkAddressOf(event: RequestEvent): string {
  try {
    return event.getClientAddress();
  } catch {
    return '127.0.0.1'; // a request made by the build has no address
  }
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
    const { name, value = '', ...attributes } = parseSetCookie(line, { decode: (text) => text });
    event.cookies.set(name, value, {
      path: attributes.path ?? '/',
      httpOnly: attributes.httpOnly ?? false,
      secure: attributes.secure ?? false,
      sameSite: attributes.sameSite ?? 'lax',
      maxAge: attributes.maxAge,
      expires: attributes.expires,
      encode: (text) => text,
    });
  }
}
