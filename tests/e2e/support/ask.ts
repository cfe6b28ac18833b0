import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext } from '@playwright/test';
import type { AnswerOf, Endpoint } from '@kizuna/shared/contracts/endpoint';
import { addressOf, type InputParameter } from '@kizuna/shared/contracts/endpoint-input';

/** Calls the API as the signed-in person and expects success. */
export async function ask<E extends Endpoint>(
  request: APIRequestContext,
  endpoint: E,
  ...[input]: InputParameter<E>
): Promise<AnswerOf<E>> {
  const { params, query, body } = (input ?? {}) as { params?: object; query?: object; body?: object };
  const answer = await request.fetch(addressOf(endpoint, { params, query }), {
    method: endpoint.method,
    ...(body ? { data: body } : {}),
    headers: endpoint.idempotent ? { 'idempotency-key': randomUUID() } : {},
  });
  expect(answer.ok(), `${endpoint.method} ${endpoint.path}: ${await answer.text()}`).toBe(true);
  return (endpoint.answer ? await answer.json() : undefined) as AnswerOf<E>;
}
