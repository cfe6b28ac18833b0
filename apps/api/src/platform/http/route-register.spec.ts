import { readdirSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { endpoint, type Endpoint } from '@kizuna/shared/contracts/endpoint';
import { endpoints } from '@kizuna/shared/contracts/endpoints';

import { faultsOf, type Handler } from './route-register.js';
import { routesOutsideContracts } from './routes-outside-contracts.js';

const listTea = endpoint({ method: 'GET', path: '/api/tea', access: 'public' });
const makeTea = endpoint({ method: 'POST', path: '/api/tea', access: 'public' });
const handler = (one: Endpoint | undefined, label: string, route = 'GET /api/tea'): Handler => ({
  label,
  route,
  endpoint: one,
});

describe('the boot check', () => {
  it('passes where each endpoint has one handler, and for the routes that are listed apart', () => {
    const apart = routesOutsideContracts.map(({ route }) => handler(undefined, 'Delivery.get', route));
    expect(faultsOf([handler(listTea, 'Tea.listTea'), ...apart], [listTea])).toEqual([]);
  });

  it.each([
    ['an endpoint without a handler', [handler(listTea, 'Tea.listTea')], 'POST /api/tea has no handler'],
    [
      'an endpoint with two',
      [handler(listTea, 'Tea.listTea'), handler(listTea, 'Cups.list'), handler(makeTea, 'Tea.makeTea')],
      'GET /api/tea has several handlers: Tea.listTea, Cups.list',
    ],
    [
      'a handler of a path that is no endpoint',
      [
        handler(listTea, 'Tea.listTea'),
        handler(makeTea, 'Tea.makeTea'),
        handler(undefined, 'Tea.pour', 'PUT /api/tea'),
      ],
      'Tea.pour (PUT /api/tea) is not an endpoint of packages/shared/src/contracts/endpoints.ts',
    ],
  ])('names %s', (_, handlers, fault) => {
    expect(faultsOf(handlers, [listTea, makeTea])).toEqual([fault]);
  });
});

describe('the registry of the contracts', () => {
  it('has the endpoints of every file', async () => {
    const folder = path.join(import.meta.dirname, '../../../../../packages/shared/src/contracts');
    const files = readdirSync(folder).filter((file) => file.endsWith('.endpoints.ts'));
    const known = new Set(endpoints.map(({ endpoint: one }) => one));
    const missing: string[] = [];
    for (const file of files) {
      const groups = (await import(path.join(folder, file))) as Record<string, Record<string, Endpoint>>;
      for (const [name, one] of Object.values(groups).flatMap((group) => Object.entries(group)))
        if (!known.has(one)) missing.push(`${file}: ${name}`);
    }
    expect(files.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });
});
