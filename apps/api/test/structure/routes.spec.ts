import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '@kizuna/shared/contracts/endpoint';
import { endpoints } from '@kizuna/shared/contracts/endpoints';
import { openApiPath } from '@kizuna/shared/contracts/paths-without-endpoint';

import { routesOutsideContracts } from '../../src/platform/http/routes-outside-contracts.js';
import { startTestApi, type TestApi } from '../support/api.js';

type Schema = { $ref?: string };
type MediaTypes = Record<string, { schema?: Schema }>;
interface Operation {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: MediaTypes };
  responses: Record<string, { content?: MediaTypes }>;
}

let api: TestApi;
let operations: Map<string, Operation>;

beforeAll(async () => {
  api = await startTestApi();
  const { body } = await api.anonymous.get(openApiPath);
  operations = new Map(
    Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation]),
    ),
  );
});
afterAll(() => api.close());

const inDocument = (route: string) => route.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{path}');
const routeOf = ({ method, path }: Endpoint) => inDocument(`${method} ${path}`);

/** What the OpenAPI document says of an endpoint, in the words of the contracts. */
function documented(endpoint: Endpoint): object {
  const operation = operations.get(routeOf(endpoint));
  const [status, success] = Object.entries(operation?.responses ?? {})[0] ?? [];
  const [media = null] = Object.keys(success?.content ?? {});
  const bodyTypes = Object.keys(operation?.requestBody?.content ?? {});
  const params = operation?.parameters?.filter((one) => one.in === 'path').map(({ name }) => name);
  const query = operation?.parameters?.some((one) => one.in === 'query') ?? false;
  const key = operation?.parameters?.some(({ name }) => name === 'idempotency-key') ?? false;
  return { name: operation?.operationId, status: Number(status), media, bodyTypes, params, query, key };
}

function promised(name: string, endpoint: Endpoint): object {
  const { status, answer, file, body, upload, params, query, idempotent } = endpoint;
  const bodyType = upload ?? (body ? 'application/json' : undefined);
  return {
    name,
    status,
    media: file ?? (answer ? 'application/json' : null),
    bodyTypes: bodyType ? [bodyType] : [],
    params: Object.keys(params ?? {}),
    query: query !== undefined,
    key: idempotent ?? false,
  };
}

describe('the routes', () => {
  it('are all in the OpenAPI document, as the contracts say', () => {
    const different = endpoints
      .map(({ name, endpoint }) => ({ is: documented(endpoint), promised: promised(name, endpoint) }))
      .filter((one) => JSON.stringify(one.is) !== JSON.stringify(one.promised));
    expect(different).toEqual([]);
    const known = [
      ...endpoints.map(({ endpoint }) => routeOf(endpoint)),
      ...routesOutsideContracts.map(({ route }) => inDocument(route)),
    ];
    expect([...operations.keys()].sort()).toEqual(known.sort());
  });

  it('give every JSON answer a schema with a name', () => {
    const unnamed = [...operations].filter(([, { responses }]) =>
      Object.values(responses).some(
        ({ content }) => content?.['application/json'] && !content['application/json'].schema?.$ref,
      ),
    );
    expect(unnamed.map(([route]) => route)).toEqual([]);
  });

  it('ask for a sign-in before anything else where they are not public', async () => {
    for (const { name, endpoint } of endpoints) {
      if (endpoint.access === 'public') continue;
      const params = Object.fromEntries(
        Object.keys(endpoint.params ?? {}).map((one) => [one, '01890000-0000-7000-8000-000000000000']),
      );
      const answer = await api.anonymous.attempt(endpoint, { params });
      // an answer to HEAD has no body
      const code = endpoint.method === 'HEAD' ? 'platform.unauthenticated' : answer.body.code;
      expect([name, answer.status, code]).toEqual([name, 401, 'platform.unauthenticated']);
    }
  });
});
