import { describe, expect, it } from '@jest/globals';

import { answerOf, byteRangeOf, headersOf, tagOf, type FileRequest } from './delivery.answer.policy.js';

const file = { sizeBytes: 1000, modifiedAt: new Date('2026-06-10T01:00:00.750Z') };
const request: FileRequest = { range: undefined, ifRange: undefined, ifNoneMatch: undefined };
const now = new Date('2026-06-10T10:00:00Z');
const fixed = headersOf('films/ab/film.mp4', new Date('2026-06-11T00:00:00Z'), now);
const etag = tagOf(file);

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

describe('the headers of a file', () => {
  it.each([
    ['films/ab/hls/master.m3u8', 'application/vnd.apple.mpegurl'],
    ['films/ab/hls/720p/00001.ts', 'video/mp2t'],
    ['films/ab/film.MP4', 'video/mp4'],
    ['films/ab/poster.webp', 'image/webp'],
    ['captions/ab/ja.vtt', 'text/vtt; charset=utf-8'],
  ])('%s is %s', (key, type) => {
    const headers = headersOf(key, now, now);
    expect(headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff' });
    expect(headers).not.toHaveProperty('content-disposition');
  });

  it.each(['a/b.html', 'a/b.svg', 'a/b.js', 'a/b', 'a/b.constructor', 'a/b.xhtml'])(
    '%s is a download, whatever it says it is',
    (key) => {
      expect(headersOf(key, now, now)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
      });
    },
  );

  it('give a PDF its media type, and never let it open inside the page', () => {
    expect(headersOf('materials/ab/original.pdf', now, now)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment',
    });
  });

  it('let it be kept until its address ends', () => {
    expect(fixed['cache-control']).toBe('public, max-age=50400, immutable');
    expect(headersOf('a', now, new Date(now.getTime() + 1))['cache-control']).toContain('max-age=0');
  });

  it('carry the tag that nginx would give', () => {
    expect(etag).toBe(`"${(Date.UTC(2026, 5, 10, 1) / 1000).toString(16)}-3e8"`);
  });
});

describe('the answer', () => {
  it('is the whole file', () => {
    const answer = answerOf(request, fixed, file);
    expect(answer).toMatchObject({ status: 200, bytes: { start: 0, end: 999 } });
    expect(answer.headers).toMatchObject({ 'content-length': '1000', etag });
  });

  it('is nothing of an empty file', () => {
    expect(answerOf(request, fixed, { ...file, sizeBytes: 0 })).toMatchObject({ status: 200, bytes: null });
  });

  it('is a part', () => {
    const answer = answerOf({ ...request, range: 'bytes=10-19' }, fixed, file);
    expect(answer).toMatchObject({ status: 206, bytes: { start: 10, end: 19 } });
    expect(answer.headers).toMatchObject({ 'content-range': 'bytes 10-19/1000', 'content-length': '10' });
  });

  it('is the whole file when the part belongs to an older content', () => {
    expect(answerOf({ ...request, range: 'bytes=0-1', ifRange: '"old"' }, fixed, file).status).toBe(200);
    expect(answerOf({ ...request, range: 'bytes=0-1', ifRange: etag }, fixed, file).status).toBe(206);
  });

  it('is nothing when the browser has it or asks behind the end', () => {
    expect(answerOf({ ...request, ifNoneMatch: `W/"x", ${etag}` }, fixed, file)).toMatchObject({
      status: 304,
      bytes: null,
    });
    expect(answerOf({ ...request, range: 'bytes=1000-' }, fixed, file)).toMatchObject({
      status: 416,
      bytes: null,
    });
  });
});
