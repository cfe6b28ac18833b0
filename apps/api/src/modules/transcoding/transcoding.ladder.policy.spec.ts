import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  codecsOf,
  ladderFor,
  masterPlaylist,
  qualityFor,
  segmentSeconds,
  segmentsOf,
  spriteFor,
  thumbnailTrack,
} from './transcoding.ladder.policy.js';

const sizes = (width: number, height: number) =>
  ladderFor(width, height).map((rung) => [rung.width, rung.height]);

describe('the quality', () => {
  const minute = (width: number, height: number, kbps: number) =>
    qualityFor({ width, height, durationMs: 60_000, sizeBytes: (kbps * 1000 * 60) / 8 });

  it.each([
    ['a drawn film', 1280, 720, 190, 28],
    ['slides with a voice', 1920, 1080, 400, 28],
    ['a telephone', 1920, 1080, 10_000, 23],
    ['a camera on a poor line', 1280, 720, 600, 23],
    ['small and old', 320, 240, 250, 23],
  ])('of %s fits its source', (_, width, height, kbps, crf) => {
    expect(minute(width, height, kbps).crf).toBe(crf);
  });

  it('puts a key frame at the beginning of every segment', () => {
    for (const kbps of [100, 9_000]) {
      expect(segmentSeconds % minute(1280, 720, kbps).keyFrameSeconds).toBe(0);
    }
  });
});

describe('the ladder', () => {
  it.each([
    [
      1920,
      1080,
      [
        [640, 360],
        [960, 540],
        [1280, 720],
      ],
    ],
    [
      1280,
      720,
      [
        [640, 360],
        [960, 540],
        [1280, 720],
      ],
    ],
    [
      1080,
      1920,
      [
        [360, 640],
        [540, 960],
        [720, 1280],
      ],
    ],
    [
      854,
      480,
      [
        [640, 360],
        [854, 480],
      ],
    ],
    [640, 360, [[640, 360]]],
    [641, 361, [[640, 360]]],
    [320, 240, [[320, 240]]],
    [8192, 1024, [[1920, 240]]],
  ])('of %i × %i', (width, height, expected) => {
    expect(sizes(width, height)).toEqual(expected);
  });

  it('is never above the source, has even sides and keeps the shape', () => {
    const side = fc.integer({ min: 16, max: 8_192 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const rungs = ladderFor(width, height);
        expect(rungs.length).toBeGreaterThan(0);
        expect(new Set(rungs.map(({ name }) => name)).size).toBe(rungs.length);
        for (const rung of rungs) {
          expect([rung.width % 2, rung.height % 2]).toEqual([0, 0]);
          expect(rung.width).toBeLessThanOrEqual(width + 1);
          expect(rung.height).toBeLessThanOrEqual(height + 1);
          expect(Math.max(rung.width, rung.height)).toBeLessThanOrEqual(1_920);
        }
      }),
    );
  });
});

describe('playlists', () => {
  it('name the rungs relatively', () => {
    const [rung] = ladderFor(640, 360);
    const text = masterPlaylist([
      {
        ...rung!,
        peakBitsPerSecond: 700_000,
        averageBitsPerSecond: 500_000,
        codecs: 'avc1.64001e',
        frameRate: 25,
      },
    ]);
    expect(text).toBe(
      '#EXTM3U\n#EXT-X-VERSION:4\n#EXT-X-INDEPENDENT-SEGMENTS\n' +
        '#EXT-X-STREAM-INF:BANDWIDTH=700000,AVERAGE-BANDWIDTH=500000,RESOLUTION=640x360,CODECS="avc1.64001e",FRAME-RATE=25.000\n' +
        '360p.m3u8\n',
    );
  });

  it('are read back', () => {
    expect(segmentsOf('#EXTM3U\n#EXTINF:6.000000,\na.ts\n#EXTINF:2.5,\nb.ts\n#EXT-X-ENDLIST\n')).toEqual([
      { name: 'a.ts', seconds: 6 },
      { name: 'b.ts', seconds: 2.5 },
    ]);
    expect(segmentsOf('')).toEqual([]);
  });

  it('say what is inside', () => {
    expect(codecsOf('High', 31, true)).toBe('avc1.64001f,mp4a.40.2');
    expect(codecsOf('Main', 30, false)).toBe('avc1.4d401e');
    expect(codecsOf(undefined, undefined, false)).toBe('avc1.64001f');
  });
});

describe('thumbnails', () => {
  it('cover the whole film without gaps, at most a hundred', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 4 * 3_600_000 }), (durationMs) => {
        const sprite = spriteFor(durationMs, 1280, 720);
        expect(sprite.count).toBeLessThanOrEqual(100);
        expect(sprite.columns * sprite.rows).toBeGreaterThanOrEqual(sprite.count);
        expect(sprite.count * sprite.every * 1000).toBeGreaterThanOrEqual(durationMs);
      }),
    );
  });

  it('are pieces of the sprite', () => {
    expect(thumbnailTrack(spriteFor(5_000, 1280, 720), 5_000, 'sprite.jpg')).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nsprite.jpg#xywh=0,0,160,90\n\n' +
        '00:00:02.000 --> 00:00:04.000\nsprite.jpg#xywh=160,0,160,90\n\n' +
        '00:00:04.000 --> 00:00:05.000\nsprite.jpg#xywh=320,0,160,90\n',
    );
  });
});
