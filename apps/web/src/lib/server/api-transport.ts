import type { Method } from '@kizuna/shared/contracts/endpoint';
import { API_ORIGIN } from '$app/env/private';

export interface ApiRequest {
  method: Method;
  url: string;
  headers: Record<string, string>;
  payload?: string | Uint8Array<ArrayBuffer>;
  /** The page for which it is asked; where the API lives in this process the requests of one page share their reads. */
  page: object;
}

export interface ApiAnswer {
  statusCode: number;
  header(name: string): string | undefined;
  setCookies: readonly string[];
  text(): string;
  bytes(): Uint8Array<ArrayBuffer>;
}

interface InjectAnswer {
  statusCode: number;
  headers: Record<string, string | number | string[] | undefined>;
  rawPayload: Uint8Array;
}
interface InProcessApi {
  inject(request: ApiRequest): Promise<InjectAnswer>;
}

/** Put there by the composition root when web and API share a process; guards and validation stay in the way. */
const inProcess = Symbol.for('kizuna.api');

/** One request to the API: inside the process where it lives here, else over HTTP. Rejects when it cannot be reached. */
export async function send(request: ApiRequest): Promise<ApiAnswer> {
  const api = (globalThis as Record<symbol, unknown>)[inProcess] as InProcessApi | undefined;
  return api ? viaInject(api, request) : viaHttp(request);
}

async function viaInject(api: InProcessApi, request: ApiRequest): Promise<ApiAnswer> {
  const answer = await api.inject(request);
  const bytes = new Uint8Array(answer.rawPayload);
  const cookies = answer.headers['set-cookie'];
  return {
    statusCode: answer.statusCode,
    header: (name) => {
      const value = answer.headers[name];
      return value === undefined ? undefined : String(value);
    },
    setCookies: Array.isArray(cookies) ? cookies : cookies ? [String(cookies)] : [],
    text: () => new TextDecoder().decode(bytes),
    bytes: () => bytes,
  };
}

async function viaHttp(request: ApiRequest): Promise<ApiAnswer> {
  const { host: forwardedHost, ...headers } = request.headers;
  const response = await fetch(API_ORIGIN + request.url, {
    method: request.method,
    headers: forwardedHost ? { ...headers, 'x-forwarded-host': forwardedHost } : headers,
    body: request.payload,
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    statusCode: response.status,
    header: (name) => response.headers.get(name) ?? undefined,
    setCookies: response.headers.getSetCookie(),
    text: () => new TextDecoder().decode(bytes),
    bytes: () => bytes,
  };
}
