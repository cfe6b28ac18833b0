import { describe, expect, it } from '@jest/globals';

import { isCrossSite, type CrossSiteFacts } from './cross-site.policy.js';

const base: CrossSiteFacts = {
  method: 'POST',
  secFetchSite: undefined,
  origin: undefined,
  host: 'localhost:3000',
  forwardedHost: undefined,
  publicOrigin: 'https://kizuna.example.jp',
};

const cases: [string, Partial<CrossSiteFacts>, boolean][] = [
  ['no browser header', {}, false],
  ['same host', { origin: 'http://localhost:3000' }, false],
  ['the public origin behind a proxy', { origin: 'https://kizuna.example.jp' }, false],
  ['a forwarded host', { origin: 'https://other.example', forwardedHost: 'other.example' }, false],
  ['another origin', { origin: 'https://evil.example' }, true],
  ['another port', { origin: 'http://localhost:4000' }, true],
  ['an opaque origin', { origin: 'null' }, true],
  ['said to be cross-site', { secFetchSite: 'cross-site' }, true],
  ['same-site without origin', { secFetchSite: 'same-origin' }, false],
  [
    'a read from elsewhere',
    { method: 'GET', origin: 'https://evil.example', secFetchSite: 'cross-site' },
    false,
  ],
];

describe('isCrossSite', () => {
  it.each(cases)('%s', (_, facts, expected) => {
    expect(isCrossSite({ ...base, ...facts })).toBe(expected);
  });
});
