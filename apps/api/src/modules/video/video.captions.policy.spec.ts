import { describe, expect, it } from '@jest/globals';

import { cuesOf } from './video.captions.policy.js';

describe('the cues of a WebVTT file', () => {
  it('are plain text by time', () => {
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
    expect(cuesOf(file)).toEqual([
      { fromMs: 1_000, toMs: 3_250, text: 'お互いさま\nの気持ち' },
      { fromMs: 4_000, toMs: 6_500, text: '支え合い & 見守り' },
      { fromMs: 3_600_000, toMs: 3_601_000, text: '一時間' },
    ]);
  });

  it('may be none', () => {
    expect(cuesOf('WEBVTT')).toEqual([]);
  });

  it.each(['', 'WEBVTTX\n\n00:01.000 --> 00:02.000\nx', '1\n00:00:01,000 --> 00:00:02,000\nSubRip'])(
    'are refused in another format',
    (file) => {
      expect(() => cuesOf(file)).toThrow('WEBVTT');
    },
  );
});
