import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { RouteRegister } from '../../src/platform/auth/index.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { plainPath, promisedRoutes } from './promised-routes.js';

type MediaTypes = Record<string, { schema?: { $ref?: string; type?: string } }>;
type Operation = { responses: Record<string, { content?: MediaTypes }> };

let api: TestApi;
let operations: Map<string, Operation>;
const promised = promisedRoutes();

beforeAll(async () => {
  api = await startTestApi();
  const { body } = await api.anonymous.get('/api/openapi.json');
  operations = new Map(
    Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        `${method.toUpperCase()} ${plainPath(path)}`,
        operation,
      ]),
    ),
  );
});
afterAll(() => api.close());

/** What a route answers when all goes well: the media type and the name of its schema. */
function successOf(operation: Operation | undefined): { media: string; schema: string } {
  const [status, answer] = Object.entries(operation?.responses ?? {}).find(([code]) => /^2/.test(code)) ?? [];
  const [media = 'nothing', { schema } = {}] = Object.entries(answer?.content ?? {})[0] ?? [];
  return { media: status === '204' ? 'nothing' : media, schema: schema?.$ref?.split('/').at(-1) ?? '' };
}

function registered(): { name: string; access: string }[] {
  return api
    .get(RouteRegister)
    .routes()
    .map(({ method, path, access }) => ({
      name: `${method} ${plainPath(path)}`,
      access: access.kind === 'public' ? 'public' : access.permission,
    }));
}

describe('the contracts', () => {
  it('promise no route that is missing', () => {
    const there = new Set(registered().map(({ name }) => name));
    expect(promised.map(({ name }) => name).filter((name) => !there.has(name))).toEqual([]);
  });

  it('name every route, health apart', () => {
    const known = new Set(promised.map(({ name }) => name));
    const unnamed = registered().filter(
      // HEAD answers as its GET does
      ({ name }) => !known.has(name.replace(/^HEAD /, 'GET ')) && !name.startsWith('GET /api/health/'),
    );
    expect(unnamed).toEqual([]);
  });

  it('say who may pass: public is what they list as public, and nothing else', () => {
    const real = new Map(registered().map(({ name, access }) => [name, access]));
    const different = promised
      .filter(({ name, access }) => access !== undefined && real.has(name) && real.get(name) !== access)
      .map(({ name, access }) => `${name}: promised ${access}, is ${real.get(name)}`);
    expect(different).toEqual([]);
  });

  it('are what the routes answer', () => {
    const files: Record<string, string> = { PDF: 'application/pdf', CSV: 'text/csv', SVG: 'image/svg+xml' };
    const different = promised
      .filter(({ name, answer }) => answer !== undefined && operations.has(name))
      .map(({ name, answer = '' }) => ({ name, answer, real: successOf(operations.get(name)) }))
      .filter(({ answer, real }) => {
        const media = files[answer];
        return media ? !real.media.startsWith(media) : real.schema !== answer;
      })
      .map(({ name, answer, real }) => `${name}: promised ${answer}, is ${real.schema || real.media}`);
    expect(different).toEqual([]);
  });

  it('give every JSON answer a schema with a name', () => {
    const unnamed = [...operations]
      .map(([name, operation]) => ({ name, ...successOf(operation) }))
      .filter(({ media, schema }) => media === 'application/json' && schema === '')
      .map(({ name }) => name);
    expect(unnamed).toEqual([]);
  });
});
