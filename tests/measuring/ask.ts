import type { AnswerOf, Endpoint } from '@kizuna/shared/contracts/endpoint';
import { addressOf, type InputParameter } from '@kizuna/shared/contracts/endpoint-input';

/** Sends a request to an endpoint of a running product; the answer may be a refusal. */
export function sendTo<E extends Endpoint>(
  at: { origin: string; headers?: Record<string, string>; signal?: AbortSignal },
  endpoint: E,
  ...[input]: InputParameter<E>
): Promise<Response> {
  const { params, query, body, idempotencyKey } = (input ?? {}) as {
    params?: object;
    query?: object;
    body?: object;
    idempotencyKey?: string;
  };
  return fetch(at.origin + addressOf(endpoint, { params, query }), {
    method: endpoint.method,
    headers: {
      ...at.headers,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(at.signal ? { signal: at.signal } : {}),
  });
}

/** The same, read. @throws Error outside 2xx, with what the API says */
export async function ask<E extends Endpoint>(
  at: { origin: string; headers?: Record<string, string> },
  endpoint: E,
  ...input: InputParameter<E>
): Promise<AnswerOf<E>> {
  const answer = await sendTo(at, endpoint, ...input);
  if (!answer.ok) {
    throw new Error(`${endpoint.method} ${endpoint.path}: ${answer.status} ${await answer.text()}`);
  }
  return (endpoint.answer ? await answer.json() : undefined) as AnswerOf<E>;
}
