import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { RouteRegister } from '../../src/platform/auth/index.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('the routes', () => {
  it('stand all in the OpenAPI document', async () => {
    const { body } = await api.anonymous.get('/api/openapi.json');
    const documented = Object.entries(body.paths as Record<string, object>).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const registered = api
      .get(RouteRegister)
      .routes()
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{path}')}`);
    expect(documented.sort()).toEqual(registered.sort());
  });

  it('ask for a sign-in before anything else where they are not public', async () => {
    for (const { method, path, access } of api.get(RouteRegister).routes()) {
      if (access.kind === 'public') continue;
      const url = path.replace(/:\w+/g, '01890000-0000-7000-8000-000000000000');
      const answer = await api.anonymous.send({ method: method as 'GET', url });
      // an answer to HEAD has no body
      const code = method === 'HEAD' ? 'platform.unauthenticated' : answer.body.code;
      expect([method, path, answer.status, code]).toEqual([method, path, 401, 'platform.unauthenticated']);
    }
  });
});
