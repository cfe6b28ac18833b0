/** Just enough of ISO/IEC 14496-12 to write headers that lie. */

/** Two bytes, big-endian. */
export const u16 = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
};
/** Four bytes, big-endian; what is too large wraps. */
export const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};
/** Eight bytes, big-endian. */
export const u64 = (value: bigint) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value));
  return bytes;
};

/** A box: size, type, content. */
export function box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

/** A box with version 0 and flags. */
export function fullBox(type: string, flags: number, ...content: Buffer[]): Buffer {
  return box(type, u32(flags), ...content);
}

const matrix = Buffer.concat([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(u32));

export interface CraftedTrack {
  id?: number;
  width?: number;
  height?: number;
  timescale?: number;
  samples?: number;
  /** Length of each sample in units of the timescale. */
  step?: number;
  /** Type of the sample entry: `avc1`, `encv` … */
  format?: string;
  /** The one entry of the data reference box; this file itself unless given. */
  reference?: Buffer;
  /** How many samples the tables say there are. */
  claimedSamples?: number;
}

/** A video track whose samples are two bytes each. */
export function oneTrack(track: CraftedTrack): Buffer {
  const { id = 1, width = 320, height = 240, timescale = 1000, samples = 75, step = 40 } = track;
  const length = BigInt(samples) * BigInt(step);
  const said = track.claimedSamples ?? samples;
  const head = fullBox(
    'tkhd',
    7,
    u32(0),
    u32(0),
    u32(id),
    u32(0),
    u32(Number(length & 0xffffffffn)),
    Buffer.alloc(16),
  );
  const tkhd = Buffer.concat([head, matrix, u32((width & 0xffff) * 65_536), u32((height & 0xffff) * 65_536)]);
  tkhd.writeUInt32BE(tkhd.length);
  const avcC = box(
    'avcC',
    Buffer.from('0142c01effe1000967 42c01ed900a0 0468ce3c80'.replaceAll(' ', ''), 'hex'),
  );
  const entry = box(
    track.format ?? 'avc1',
    ...[Buffer.alloc(6), u16(1), Buffer.alloc(16), u16(width & 0xffff), u16(height & 0xffff)],
    ...[u32(0x480000), u32(0x480000), u32(0), u16(1), Buffer.alloc(32), u16(24), u16(0xffff)],
    ...(track.format && track.format !== 'avc1' ? [protection()] : [avcC]),
  );
  const stbl = box(
    'stbl',
    fullBox('stsd', 0, u32(1), entry),
    fullBox('stts', 0, u32(1), u32(said), u32(step)),
    fullBox('stsc', 0, u32(1), u32(1), u32(Math.max(1, said)), u32(1)),
    fullBox('stsz', 0, u32(2), u32(said)),
    fullBox('stco', 0, u32(1), u32(48)),
  );
  const dinf = box('dinf', fullBox('dref', 0, u32(1), track.reference ?? fullBox('url ', 1)));
  const minf = box('minf', fullBox('vmhd', 1, Buffer.alloc(8)), dinf, stbl);
  const mdhd = fullBox('mdhd', 0, u32(0), u32(0), u32(timescale), u32(Number(length & 0xffffffffn)), u32(0));
  const hdlr = fullBox('hdlr', 0, u32(0), Buffer.from('vide'), Buffer.alloc(12), Buffer.from('\0'));
  return box('trak', tkhd, box('mdia', mdhd, hdlr, minf));
}

function protection(): Buffer {
  const tenc = fullBox('tenc', 0, u32(0x00000108), Buffer.alloc(16, 7));
  return box(
    'sinf',
    box('frma', Buffer.from('avc1')),
    fullBox('schm', 0, Buffer.from('cenc'), u32(65_536)),
    box('schi', tenc),
  );
}

/** A whole file: ftyp, mdat with 200 kB of nothing, moov. */
export function movieOf(movie: { tracks: Buffer[]; movieDuration?: bigint; extra?: Buffer[] }): Buffer {
  const mvhd = box(
    'mvhd',
    ...[u32(0x01000000), u64(0n), u64(0n), u32(1000), u64(movie.movieDuration ?? 3_000n), u32(65_536)],
    ...[u16(256), Buffer.alloc(10), matrix, Buffer.alloc(24), u32(2)],
  );
  return Buffer.concat([
    box('ftyp', Buffer.from('qt  '), u32(512), Buffer.from('isomqt  ')),
    box('mdat', Buffer.alloc(200_000)),
    box('moov', mvhd, ...(movie.extra ?? []), ...movie.tracks),
  ]);
}
