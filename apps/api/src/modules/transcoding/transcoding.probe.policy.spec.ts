import { describe, expect, it } from '@jest/globals';

import { judgeProbe, looksLikeFilm, type Probed, type ProbedStream } from './transcoding.probe.policy.js';

const video: ProbedStream = {
  index: 0,
  codec_type: 'video',
  codec_name: 'h264',
  codec_tag_string: 'avc1',
  width: 1920,
  height: 1080,
  sample_aspect_ratio: '1:1',
  avg_frame_rate: '25/1',
};
const audio: ProbedStream = { index: 1, codec_type: 'audio', codec_name: 'aac', channels: 2 };

function probed(changes: Partial<ProbedStream> = {}, duration = '60.5', others = [audio]): Probed {
  return {
    streams: [{ ...video, ...changes }, ...others],
    format: { duration, nb_streams: 1 + others.length },
  };
}

const filmOf = (found: Probed) => {
  const verdict = judgeProbe(found, 1_000_000);
  if (!verdict.ok) throw new Error(verdict.fault);
  return verdict.film;
};

describe('what may be made ready', () => {
  it('is an ordinary film', () => {
    expect(filmOf(probed())).toEqual({
      videoIndex: 0,
      width: 1920,
      height: 1080,
      frameRate: '25/1',
      interlaced: false,
      audioIndex: 1,
      channels: 2,
      durationMs: 60_500,
    });
  });

  it.each<[string, Probed, number]>([
    ['no_picture', { streams: [audio], format: { duration: '9' } }, 1],
    ['no_picture', probed({ disposition: { attached_pic: 1 } }), 1],
    ['no_picture', probed({ width: 1, height: 1 }), 1],
    ['no_picture', probed({ codec_name: undefined }), 1],
    ['too_large', probed(), 5 * 1024 ** 3],
    ['too_large', probed({ width: 8_193 }), 1],
    ['too_large', probed({ width: 8_000, height: 6_000 }), 1],
    ['too_long', probed({}, '14400.1'), 1],
    ['too_long', probed({ duration: '36000' }, '3'), 1],
    ['too_short', probed({}, '0.9'), 1],
    [
      'too_many_tracks',
      probed(
        {},
        '9',
        Array.from({ length: 8 }, () => audio),
      ),
      1,
    ],
    ['too_many_tracks', { ...probed(), format: { duration: '9', nb_streams: 100 } }, 1],
    ['protected', probed({ codec_tag_string: 'encv' }), 1],
    ['protected', probed({ side_data_list: [{ side_data_type: 'Encryption initialization data' }] }), 1],
    ['no_picture', {}, 1],
  ])('is not: %s', (fault, found, sizeBytes) => {
    expect(judgeProbe(found, sizeBytes)).toEqual({ ok: false, fault });
  });

  it.each([
    ['25/1', '25/1'],
    ['30000/1001', '30000/1001'],
    ['25/2', '25/2'],
    ['50/1', '50/2'],
    ['60000/1001', '60000/2002'],
    ['240/1', '30'],
    ['100000/1', '30'],
    ['40/1', '30'],
    ['1/10', '10'],
    ['0/0', '25'],
    ['nonsense', '25'],
  ])('has a sane rate: %s becomes %s', (given, frameRate) => {
    expect(filmOf(probed({ avg_frame_rate: given })).frameRate).toBe(frameRate);
  });

  it.each<[Partial<ProbedStream>, number, number]>([
    [{ side_data_list: [{ rotation: -90 }] }, 1080, 1920],
    [{ side_data_list: [{ rotation: 180 }] }, 1920, 1080],
    [{ tags: { rotate: '270' } }, 1080, 1920],
    [{ width: 720, height: 576, sample_aspect_ratio: '64:45' }, 1024, 576],
    [{ sample_aspect_ratio: '100:1' }, 1920, 1080],
  ])('is seen as it is meant to be: %j', (changes, width, height) => {
    expect(filmOf(probed(changes))).toMatchObject({ width, height });
  });

  it.each(['N/A', '-5', '0', undefined])('may not say its length: %s', (duration) => {
    expect(filmOf({ streams: [video], format: { duration } }).durationMs).toBeNull();
  });
});

describe('the first bytes of a film', () => {
  const head = (hex: string, size = 192) => {
    const bytes = new Uint8Array(size);
    bytes.set(Buffer.from(hex, 'hex'));
    return bytes;
  };

  it('are known', () => {
    expect(looksLikeFilm(head('000000206674797069736f6d'))).toBe(true);
    expect(looksLikeFilm(head('1a45dfa3'))).toBe(true);
    expect(looksLikeFilm(Buffer.from('RIFF....AVI '))).toBe(true);
    const stream = head('47');
    stream[188] = 0x47;
    expect(looksLikeFilm(stream)).toBe(true);
  });

  it('of something else are not', () => {
    expect(looksLikeFilm(new Uint8Array())).toBe(false);
    expect(looksLikeFilm(Buffer.from('#EXTM3U\n#EXTINF:1'))).toBe(false);
    expect(looksLikeFilm(Buffer.from('RIFF....WAVE'))).toBe(false);
  });
});
