import { describe, expect, it } from '@jest/globals';
import { endpoints } from './endpoints.js';

describe('the endpoints', () => {
  it('have a name and a route of their own', () => {
    const names = endpoints.map(({ name }) => name);
    const routes = endpoints.map(({ endpoint: { method, path: route } }) => `${method} ${route}`);
    const twice = (all: string[]) => all.filter((one, index) => all.indexOf(one) !== index);
    expect([twice(names), twice(routes)]).toEqual([[], []]);
  });

  it('take an idempotency key only where they change something', () => {
    const wrong = endpoints.filter(
      ({ endpoint }) => endpoint.idempotent && ['GET', 'HEAD', 'OPTIONS'].includes(endpoint.method),
    );
    expect(wrong).toEqual([]);
  });
});
