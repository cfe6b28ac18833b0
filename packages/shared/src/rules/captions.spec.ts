import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  captionText,
  formatCueTime,
  formatWebVtt,
  orderedCues,
  parseCaptions,
  parseCueTime,
  type Cue,
} from './captions.js';

const anyText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    'a-->b',
    '00:01.000 --> 00:02.000',
    'WEBVTT',
    'NOTE x',
    '&lt;b&gt;',
    '<v 声>',
    '\n\n',
    '&amp;lt;',
    '1\r\n2',
  ),
);
const anyCue: fc.Arbitrary<Cue> = fc
  .record({ fromMs: fc.nat(20_000_000), length: fc.integer({ min: -5, max: 20_000 }), text: anyText })
  .map(({ fromMs, length, text }) => ({ fromMs, toMs: fromMs + length, text }));

describe('a caption file', () => {
  it('in WebVTT is read as plain text, sorted by time', () => {
    const file = [
      '\uFEFFWEBVTT - 絆',
      'NOTE\nwritten for this film',
      'STYLE\n::cue { color: white }',
      'second\r\n00:00:04.000 --> 00:00:06.500 line:80%\r\n<v 語り>支え合い</v> &amp; 見守り',
      '00:01.000 --> 00:03.250\nお互いさま\nの気持ち',
      '01:00:00.000 --> 01:00:01.000\n一時間',
      '00:09.000 --> 00:08.000\nreversed',
      '00:10.000 --> 00:11.000\n',
    ].join('\n\n');
    expect(parseCaptions(file)).toEqual({
      format: 'webvtt',
      skipped: 2,
      cues: [
        { fromMs: 1_000, toMs: 3_250, text: 'お互いさま\nの気持ち' },
        { fromMs: 4_000, toMs: 6_500, text: '支え合い & 見守り' },
        { fromMs: 3_600_000, toMs: 3_601_000, text: '一時間' },
      ],
    });
  });

  it('in SubRip is read too', () => {
    const file =
      '1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>はい</i> <3\r\n{\\an8}上\r\n\r\n2\r\n0:00:03,5 --> 0:00:04,000\r\n&amp;';
    expect(parseCaptions(file)).toEqual({
      format: 'subrip',
      skipped: 0,
      cues: [
        { fromMs: 1_000, toMs: 2_500, text: 'はい <3\n上' },
        { fromMs: 3_500, toMs: 4_000, text: '&' },
      ].map((cue, index) => (index === 1 ? { ...cue, text: '&amp;' } : cue)),
    });
  });

  it.each(['', 'WEBVTTX', 'nothing at all', '<html>00:01.000 --> 00:02.000</html>'])('is not: %j', (file) => {
    expect(parseCaptions(file)).toBeNull();
  });

  it('may contain no captions', () => {
    expect(parseCaptions('WEBVTT')).toEqual({ format: 'webvtt', cues: [], skipped: 0 });
  });

  it('survives writing and reading WebVTT', () => {
    fc.assert(
      fc.property(fc.array(anyCue, { maxLength: 20 }), (cues) => {
        expect(parseCaptions(formatWebVtt(cues))).toEqual({
          format: 'webvtt',
          cues: orderedCues(cues),
          skipped: 0,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('never contains markup, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(anyCue, { maxLength: 10 }), (cues) => {
        for (const line of formatWebVtt(cues).split('\n'))
          expect(line.replace(/^[\d:.]+ --> [\d:.]+$/, '')).not.toMatch(/[<>]/);
      }),
    );
    expect(formatWebVtt([{ fromMs: 0, toMs: 1, text: '<script>alert(1)</script>' }])).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:00.001\n&lt;script&gt;alert(1)&lt;/script&gt;\n',
    );
  });

  it('is read quickly, whatever its content', () => {
    for (const hostile of [
      '<'.repeat(200_000),
      '&'.repeat(200_000),
      '-->\n'.repeat(50_000),
      '\n'.repeat(200_000),
    ]) {
      parseCaptions(`WEBVTT\n\n00:01.000 --> 00:02.000\n${hostile}`);
    }
    expect(parseCaptions(`WEBVTT\n\n${'00:01.000 --> 00:02.000\nx\n\n'.repeat(5_000)}`)?.cues).toHaveLength(
      5_000,
    );
  });
});

describe('the text of a caption', () => {
  it('has no empty lines and no control characters', () => {
    expect(captionText(' a\u0000b \r\n\r\n\tc\n')).toBe('a b\nc');
  });
});

describe('a time', () => {
  it.each([
    ['1:02.3', 62_300],
    ['00:01:02.345', 62_345],
    ['62', 62_000],
    ['1:00:00', 3_600_000],
    ['0,5', 500],
    ['1:75', null],
    ['x', null],
    ['', null],
  ])('typed as %s is %s', (typed, milliseconds) => {
    expect(parseCueTime(typed)).toBe(milliseconds);
  });

  it('survives formatting and parsing', () => {
    fc.assert(fc.property(fc.nat(400_000_000), (ms) => expect(parseCueTime(formatCueTime(ms))).toBe(ms)));
  });
});
