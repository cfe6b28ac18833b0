import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failureOf, Recovery } from './recovery.ts';
import { troubleOf } from './record-post.ts';
import { forgetReport, keepReport, mostWaiting, reportsOf, type WaitingReport } from './waiting-reports.ts';
import { wayToPlay, type Abilities } from './way-to-play.ts';

class Shelf {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  key = (index: number): string | null => [...this.#items.keys()][index] ?? null;
  getItem = (key: string): string | null => this.#items.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.#items.set(key, value);
  removeItem = (key: string): void => void this.#items.delete(key);
}

const report = (personId: string, playbackId: string, sequence = 1, keptAt = 1): WaitingReport => ({
  personId,
  enrolmentId: 'e',
  lessonId: 'l',
  keptAt,
  body: { playbackId, sequence, playedRanges: [[0, 1]], positionMs: 1, replayedRanges: [], failedReports: 0 },
});

describe('unsent reports on a device', () => {
  it('are one per playback, the newest', () => {
    const shelf = new Shelf();
    keepReport(shelf, report('a', 'p1', 1));
    keepReport(shelf, report('a', 'p1', 2));
    keepReport(shelf, report('a', 'p2', 1));
    assert.deepEqual(
      reportsOf(shelf, 'a').map(({ body }) => [body.playbackId, body.sequence]),
      [
        ['p1', 2],
        ['p2', 1],
      ],
    );
  });

  it('are returned to their own person only', () => {
    const shelf = new Shelf();
    keepReport(shelf, report('a', 'p1'));
    keepReport(shelf, report('b', 'p2'));
    assert.deepEqual(
      reportsOf(shelf, 'b').map(({ body }) => body.playbackId),
      ['p2'],
    );
    assert.equal(reportsOf(shelf, 'a').length, 1);
  });

  it('stay if a newer one was stored while they were sent', () => {
    const shelf = new Shelf();
    const sent = report('a', 'p1', 1);
    keepReport(shelf, report('a', 'p1', 2));
    forgetReport(shelf, sent.body);
    assert.equal(reportsOf(shelf, 'a').length, 1);
    forgetReport(shelf, report('a', 'p1', 2).body);
    assert.equal(reportsOf(shelf, 'a').length, 0);
  });

  it('are bounded; the oldest are dropped first', () => {
    const shelf = new Shelf();
    for (let i = 0; i < mostWaiting + 5; i++) keepReport(shelf, report('a', `p${i}`, 1, i));
    const left = reportsOf(shelf, 'a');
    assert.equal(left.length, mostWaiting);
    assert.equal(left[0]!.body.playbackId, 'p5');
  });

  it('ignore foreign entries in storage', () => {
    const shelf = new Shelf();
    shelf.setItem('kizuna-report:x', '{"personId":"a"');
    shelf.setItem('kizuna-report:y', JSON.stringify({ ...report('a', 'y'), lessonId: '../../people' }));
    shelf.setItem('other', JSON.stringify(report('a', 'z')));
    assert.deepEqual(reportsOf(shelf, 'a'), []);
  });

  it('are retried after network and sign-in problems, and after nothing else', () => {
    assert.deepEqual([500, 503, 429, 408, 401, 404, 400, 403, 409].map(troubleOf), [
      'waiting',
      'waiting',
      'waiting',
      'waiting',
      'signIn',
      'unknown',
      'refused',
      'refused',
      'refused',
    ]);
  });
});

describe('the way to play', () => {
  const chromium: Abilities = { hls: true, mp4: true, mediaSource: true, apple: false };
  const cases: [string, Partial<Abilities>, string | null, string][] = [
    ['a browser with media sources, HLS of its own or not', {}, 'm.m3u8', 'vhs'],
    ['Firefox', { hls: false }, 'm.m3u8', 'vhs'],
    ['Safari on a Mac', { apple: true }, 'm.m3u8', 'native'],
    ['an iPhone', { apple: true, mediaSource: false }, 'm.m3u8', 'native'],
    ['an old Android browser', { mediaSource: false }, 'm.m3u8', 'native'],
    ['a browser without any HLS', { hls: false, mediaSource: false }, 'm.m3u8', 'file'],
    ['a film without a ladder', {}, null, 'file'],
    ['a browser without H.264', { mp4: false }, 'm.m3u8', 'none'],
  ];
  for (const [name, abilities, address, way] of cases)
    it(`${name}: ${way}`, () => assert.equal(wayToPlay({ ...chromium, ...abilities }, address), way));
});

describe('a film that stops', () => {
  const hls = { file: false, online: true };
  it('requests new addresses, then uses the MP4, then reports a failure', () => {
    const recovery = new Recovery();
    const remedies = [1, 2, 3].map(() => recovery.remedyFor('refused', hls));
    assert.deepEqual(remedies, ['refresh', 'refresh', 'file']);
    assert.equal(recovery.remedyFor('refused', { file: true, online: true }), 'broken');
    recovery.recovered();
    assert.equal(recovery.remedyFor('refused', { file: true, online: true }), 'refresh');
  });
  it('waits for the network', () => {
    assert.equal(new Recovery().remedyFor('network', hls), 'wait');
    assert.equal(new Recovery().remedyFor('source', { file: false, online: false }), 'wait');
  });
  it('uses the MP4 if HLS cannot be shown', () => {
    assert.equal(new Recovery().remedyFor('decode', hls), 'file');
    assert.equal(new Recovery().remedyFor('decode', { file: true, online: true }), 'broken');
  });
  it('is classified by the status', () => {
    assert.deepEqual([206, 403, 404, 0, 503].map(failureOf), [
      null,
      'refused',
      'refused',
      'network',
      'network',
    ]);
  });
});
