import { describe, expect, it } from '@jest/globals';

import { answerOf, byteRangeOf, mediaUrlOf, type MediaRequest } from './video.media.policy.js';

const file = { blobKey: 'films/abc.mp4', version: 'abc', sizeBytes: 1000 };
const request: MediaRequest = {
  range: undefined,
  ifRange: undefined,
  ifNoneMatch: undefined,
  version: undefined,
};

describe('the Range header', () => {
  it.each([
    [undefined, 'ignore'],
    ['bytes=0-', { start: 0, end: 999 }],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=990-2000', { start: 990, end: 999 }],
    ['bytes=-10', { start: 990, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=5-4', 'ignore'],
    ['bytes=-', 'ignore'],
    ['bytes=0-1,5-6', 'ignore'],
    ['items=0-1', 'ignore'],
    ['bytes=a-b', 'ignore'],
  ])('%s', (header, expected) => {
    expect(byteRangeOf(header, 1000)).toEqual(expected);
  });
});

describe('the answer', () => {
  it('is the whole file', () => {
    const answer = answerOf(request, 'film.mp4', file);
    expect(answer).toMatchObject({ status: 200, bytes: { start: 0, end: 999 } });
    expect(answer.headers).toMatchObject({
      'content-length': '1000',
      'cache-control': 'no-cache',
      etag: '"abc"',
    });
  });

  it('may be kept for ever under an address with the version of its content', () => {
    const kept = answerOf({ ...request, version: 'abc' }, 'film.mp4', file).headers['cache-control'];
    expect(kept).toContain('immutable');
    expect(answerOf({ ...request, version: 'old' }, 'film.mp4', file).headers['cache-control']).toBe(
      'no-cache',
    );
  });

  it('is a part', () => {
    const answer = answerOf({ ...request, range: 'bytes=10-19' }, 'film.mp4', file);
    expect(answer).toMatchObject({ status: 206, bytes: { start: 10, end: 19 } });
    expect(answer.headers).toMatchObject({ 'content-range': 'bytes 10-19/1000', 'content-length': '10' });
  });

  it('is the whole file when the part belongs to an older content', () => {
    expect(answerOf({ ...request, range: 'bytes=0-1', ifRange: '"old"' }, 'film.mp4', file).status).toBe(200);
    expect(answerOf({ ...request, range: 'bytes=0-1', ifRange: '"abc"' }, 'film.mp4', file).status).toBe(206);
  });

  it('is nothing when the browser has it or asks behind the end', () => {
    expect(answerOf({ ...request, ifNoneMatch: 'W/"x", "abc"' }, 'film.mp4', file)).toMatchObject({
      status: 304,
      bytes: null,
    });
    expect(answerOf({ ...request, range: 'bytes=1000-' }, 'film.mp4', file)).toMatchObject({
      status: 416,
      bytes: null,
    });
  });

  it('has an address that changes with the content', () => {
    expect(mediaUrlOf('kizuna-long', 'film.mp4', file)).toBe('/api/media/videos/kizuna-long/film.mp4?v=abc');
  });
});
