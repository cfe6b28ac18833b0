import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApiPath } from '@kizuna/shared/contracts/paths-without-endpoint';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';

import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** Every `$ref` below a value. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)));
}

describe('the OpenAPI document', () => {
  it('holds every schema that it points at, once', async () => {
    const { body } = await api.anonymous.get(openApiPath);
    const schemas = Object.keys(body.components.schemas);
    const missing = refsIn(body).filter((ref) => !schemas.includes(ref.replace('#/components/schemas/', '')));
    expect(missing).toEqual([]);
    expect(schemas).toEqual(expect.arrayContaining(['SignInState', 'PasswordSignInBody', 'PersonView']));
    expect(JSON.stringify(body.paths)).not.toContain('"definitions"');
    expect(
      body.paths[peopleEndpoints.signInWithPassword.path].post.requestBody.content['application/json'].schema,
    ).toEqual({
      $ref: '#/components/schemas/PasswordSignInBody',
    });
  });
});
