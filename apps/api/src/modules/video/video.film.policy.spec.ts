import { describe, expect, it } from '@jest/globals';

import {
  addressOfKey,
  isOwnScope,
  mayBeDigestOf,
  mayChangeSlug,
  obstaclesOf,
  toCaptionTrack,
} from './video.film.policy.js';

const addressOf = (scope: string, path: string) => `/ticket for ${scope}/…/${path}`;

describe('a film', () => {
  it.each([
    [true, ['ja', 'en'], []],
    [true, ['en'], ['no_japanese_captions']],
    [true, ['ja-x-easy'], ['no_japanese_captions']],
    [false, ['ja'], ['no_film']],
    [false, [], ['no_film', 'no_japanese_captions']],
  ] as const)(
    'with a film: %s and captions in %j has %j before it',
    (hasFilm, captionLanguages, obstacles) => {
      expect(obstaclesOf({ hasFilm, captionLanguages })).toEqual(obstacles);
    },
  );

  it('cannot change its address after publication', () => {
    expect(mayChangeSlug(null)).toBe(true);
    expect(mayChangeSlug(new Date(0))).toBe(false);
  });

  const long = { version: 'long', digestId: null } as const;
  it.each([
    ['of a long film without one', { videoId: null, version: 'digest', long }, true],
    ['of its own long film', { videoId: 'a', version: 'digest', long: { ...long, digestId: 'a' } }, true],
    [
      'of a film that has another',
      { videoId: 'a', version: 'digest', long: { ...long, digestId: 'b' } },
      false,
    ],
    [
      'of a film that has one, as a new one',
      { videoId: null, version: 'digest', long: { ...long, digestId: 'b' } },
      false,
    ],
    ['of a digest', { videoId: null, version: 'digest', long: { ...long, version: 'digest' } }, false],
    ['of nothing', { videoId: null, version: 'digest', long: null }, false],
    ['as a long film', { videoId: null, version: 'long', long }, false],
  ] as const)('may be the digest %s', (_, facts, expected) => {
    expect(mayBeDigestOf(facts)).toBe(expected);
  });
});

describe('a file', () => {
  it('is addressed by the ticket of its own folder', () => {
    expect(addressOfKey(addressOf, 'captions/12ab/ja.vtt')).toBe('/ticket for captions/12ab/…/ja.vtt');
    expect(toCaptionTrack(addressOf, { language: 'ne', blobKey: 'captions/12ab/ne.vtt' })).toEqual({
      language: 'ne',
      label: 'नेपाली',
      url: '/ticket for captions/12ab/…/ne.vtt',
    });
  });

  it.each([
    ['films/0123456789abcdef0123', true],
    ['captions/0123456789abcdef0123456789abcdef', true],
    ['films', false],
    ['films/', false],
    ['', false],
    ['films/0123456789abcdef0123/hls', false],
    ['certificates/0123456789abcdef0123', false],
    ['films/../certificates', false],
  ])('is deleted with all of %j: %s', (prefix, expected) => {
    expect(isOwnScope(prefix)).toBe(expected);
  });
});
