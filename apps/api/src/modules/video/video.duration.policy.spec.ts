import { describe, expect, it } from '@jest/globals';

import { boxAt, durationOf } from './video.duration.policy.js';

function box(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(content.length + 8, 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, content]);
}

function mvhd(version: 0 | 1, timescale: number, duration: number): Buffer {
  const content = Buffer.alloc(100);
  content[0] = version;
  if (version === 0) {
    content.writeUInt32BE(timescale, 12);
    content.writeUInt32BE(duration, 16);
  } else {
    content.writeUInt32BE(timescale, 20);
    content.writeBigUInt64BE(BigInt(duration), 24);
  }
  return box('mvhd', content);
}

describe('the length of a film', () => {
  it.each([
    [0 as const, 1_000, 420_120, 420_120],
    [0 as const, 90_000, 5_400_000, 60_000],
    [1 as const, 48_000, 48_000, 1_000],
  ])('is in its header, version %s', (version, timescale, duration, expected) => {
    expect(
      durationOf(Buffer.concat([box('free', Buffer.alloc(4)), mvhd(version, timescale, duration)])),
    ).toBe(expected);
  });

  it.each([Buffer.alloc(0), Buffer.alloc(7), box('trak', Buffer.alloc(10)), mvhd(0, 0, 1), mvhd(0, 1, 0)])(
    'is unknown where there is none',
    (moov) => {
      expect(durationOf(moov)).toBeNull();
    },
  );
});

describe('a box', () => {
  it('may be longer than four bytes can say, or reach to the end of the file', () => {
    const long = Buffer.alloc(16);
    long.writeUInt32BE(1, 0);
    long.write('mdat', 4, 'latin1');
    long.writeBigUInt64BE(6_000_000_000n, 8);
    expect(boxAt(long, 0, 7_000_000_000)).toMatchObject({
      type: 'mdat',
      size: 6_000_000_000,
      headerSize: 16,
    });
    const last = Buffer.concat([Buffer.alloc(4), Buffer.from('mdat')]);
    expect(boxAt(last, 24, 500)).toMatchObject({ type: 'mdat', size: 500 });
  });

  it('cannot be longer than the file', () => {
    expect(boxAt(box('moov', Buffer.alloc(4)), 0, 11)).toBeNull();
  });
});
