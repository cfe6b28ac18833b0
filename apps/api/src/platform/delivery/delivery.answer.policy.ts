import type { BlobStat } from '../storage/index.js';

/**
 * Media types by the ending of the name. What is not here is never shown, only downloaded; a PDF neither, for it may act
 * in the program that opens it.
 */
const knownTypes = new Map(
  Object.entries({
    m3u8: 'application/vnd.apple.mpegurl',
    ts: 'video/mp2t',
    m4s: 'video/iso.segment',
    mp4: 'video/mp4',
    vtt: 'text/vtt; charset=utf-8',
    txt: 'text/plain; charset=utf-8',
    webp: 'image/webp',
    jpg: 'image/jpeg',
    png: 'image/png',
    pdf: 'application/pdf',
  }),
);

/** Both ends included, in bytes, as HTTP counts. */
export interface ByteRange {
  start: number;
  end: number;
}

/** The conditions and the range that a request carries. */
export interface FileRequest {
  range: string | undefined;
  ifRange: string | undefined;
  ifNoneMatch: string | undefined;
}

export interface FileAnswer {
  status: 200 | 204 | 206 | 304 | 416;
  headers: Record<string, string>;
  /** The bytes to send; null for none. */
  bytes: ByteRange | null;
}

/**
 * The headers that say what a file is and how long it may be kept. Keys are made of the content, so a kept file never
 * becomes wrong: it may be kept as long as its address is good.
 */
export function headersOf(key: string, expiresAt: Date, now: Date): Record<string, string> {
  const type = knownTypes.get(key.slice(key.lastIndexOf('.') + 1).toLowerCase());
  const seconds = Math.max(0, Math.floor((expiresAt.getTime() - now.getTime()) / 1000));
  return {
    'content-type': type ?? 'application/octet-stream',
    ...(type === undefined || type === 'application/pdf' ? { 'content-disposition': 'attachment' } : {}),
    'cache-control': `public, max-age=${seconds}, immutable`,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
  };
}

/** The tag of a stored file, in the form that nginx gives the same file: a cache may change between the two. */
export function tagOf({ modifiedAt, sizeBytes }: BlobStat): string {
  return `"${Math.floor(modifiedAt.getTime() / 1000).toString(16)}-${sizeBytes.toString(16)}"`;
}

/**
 * Reads a Range header (RFC 9110 §14). `ignore` where it is none, not in bytes, malformed or of several parts (a server
 * may answer those with the whole); `unsatisfiable` where it begins behind the end.
 */
export function byteRangeOf(
  header: string | undefined,
  sizeBytes: number,
): ByteRange | 'ignore' | 'unsatisfiable' {
  const parts = /^bytes=(\d{0,15})-(\d{0,15})$/.exec((header ?? '').trim());
  if (!parts || (parts[1] === '' && parts[2] === '')) return 'ignore';
  if (parts[1] === '') {
    const length = Math.min(sizeBytes, Number(parts[2]));
    return length === 0 ? 'unsatisfiable' : { start: sizeBytes - length, end: sizeBytes - 1 };
  }
  const start = Number(parts[1]);
  const end = parts[2] === '' ? sizeBytes - 1 : Math.min(Number(parts[2]), sizeBytes - 1);
  if (parts[2] !== '' && Number(parts[2]) < start) return 'ignore';
  return start >= sizeBytes ? 'unsatisfiable' : { start, end };
}

/** What a request for a stored file is answered when the API sends the bytes: status, headers and which bytes. */
export function answerOf(request: FileRequest, fixed: Record<string, string>, file: BlobStat): FileAnswer {
  const etag = tagOf(file);
  const headers = { ...fixed, etag };
  if (namesTag(request.ifNoneMatch, etag)) return { status: 304, headers, bytes: null };
  const asked = request.ifRange === undefined || request.ifRange === etag ? request.range : undefined;
  const range = byteRangeOf(asked, file.sizeBytes);
  if (range === 'unsatisfiable') {
    const refused = { ...headers, 'content-range': `bytes */${file.sizeBytes}`, 'content-length': '0' };
    return { status: 416, headers: refused, bytes: null };
  }
  if (range === 'ignore') {
    const whole = { ...headers, 'content-length': String(file.sizeBytes) };
    return {
      status: 200,
      headers: whole,
      bytes: file.sizeBytes ? { start: 0, end: file.sizeBytes - 1 } : null,
    };
  }
  const { start, end } = range;
  const part = {
    ...headers,
    'content-range': `bytes ${start}-${end}/${file.sizeBytes}`,
    'content-length': String(end - start + 1),
  };
  return { status: 206, headers: part, bytes: range };
}

function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
