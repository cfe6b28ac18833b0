import type { BlobStat } from '../storage/index.js';

/**
 * Media types by file extension. Other files are only downloaded, never displayed; so are PDFs, because they may
 * contain actions run by the program that opens them.
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

/** Both ends inclusive, in bytes, as in HTTP. */
export interface ByteRange {
  start: number;
  end: number;
}

/** The conditional and range headers of a request. */
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
 * The headers for the type and cache lifetime of a file. Keys are derived from the content, so a cached file never
 * becomes stale: it may be cached as long as its address is valid.
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

/** The ETag of a stored file, in the form nginx uses for the same file: a cache may switch between the two. */
export function tagOf({ modifiedAt, sizeBytes }: BlobStat): string {
  return `"${Math.floor(modifiedAt.getTime() / 1000).toString(16)}-${sizeBytes.toString(16)}"`;
}

/**
 * Parses a Range header (RFC 9110 §14). `ignore` if it is missing, not in bytes, malformed or has several parts (a
 * server may answer those with the whole file); `unsatisfiable` if it begins beyond the end.
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

/** The response to a request for a stored file when the API sends the bytes: status, headers and byte range. */
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
