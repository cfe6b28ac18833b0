/** A box of an ISO media file (ISO/IEC 14496-12): offset, length and offset of its content. */
export interface Box {
  type: string;
  start: number;
  size: number;
  headerSize: number;
}

/**
 * Reads the header of a box from the bytes at `start`; `remaining` is the number of bytes in the file from there on.
 * Null if the bytes cannot be a box.
 */
export function boxAt(bytes: Uint8Array, start: number, remaining: number): Box | null {
  if (bytes.byteLength < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = String.fromCharCode(...bytes.subarray(4, 8));
  const short = view.getUint32(0);
  if (short === 1 && bytes.byteLength < 16) return null;
  const size = short === 0 ? remaining : short === 1 ? Number(view.getBigUint64(8)) : short;
  const headerSize = short === 1 ? 16 : 8;
  return size < headerSize || size > remaining ? null : { type, start, size, headerSize };
}

/** The film's length in milliseconds from the content of its `moov` box (its `mvhd`), or null if it has none. */
export function durationOf(moov: Uint8Array): number | null {
  for (let at = 0; at < moov.byteLength;) {
    const box = boxAt(moov.subarray(at, at + 16), at, moov.byteLength - at);
    if (!box) return null;
    if (box.type === 'mvhd') return durationOfHeader(moov.subarray(at + box.headerSize, at + box.size));
    at += box.size;
  }
  return null;
}

function durationOfHeader(mvhd: Uint8Array): number | null {
  const view = new DataView(mvhd.buffer, mvhd.byteOffset, mvhd.byteLength);
  const long = mvhd[0] === 1;
  if (mvhd.byteLength < (long ? 32 : 20)) return null;
  const timescale = view.getUint32(long ? 20 : 12);
  const duration = long ? Number(view.getBigUint64(24)) : view.getUint32(16);
  return timescale === 0 || duration === 0 ? null : Math.round((duration * 1000) / timescale);
}
