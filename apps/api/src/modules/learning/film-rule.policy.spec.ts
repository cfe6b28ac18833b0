import { describe, expect, it } from '@jest/globals';

import { isFilmDone } from './film-rule.policy.js';

const done = { done: true };
const begun = { done: false };

describe('a video lesson', () => {
  it.each([
    ['nothing', null, null, false, false],
    ['nothing, where the digest counts', null, null, true, false],
    ['the long film begun', begun, null, true, false],
    ['the long film watched', done, null, false, true],
    ['the long film watched, where the digest counts', done, begun, true, true],
    ['the digest watched, which does not count', begun, done, false, false],
    ['the digest watched, which counts', begun, done, true, true],
    ['only the digest opened and watched, which counts', null, done, true, true],
    ['the digest begun, which counts', null, begun, true, false],
    ['both', done, done, false, true],
  ])('with %s', (_, long, digest, digestCounts, expected) => {
    expect(isFilmDone({ long, digest, digestCounts })).toBe(expected);
  });
});
