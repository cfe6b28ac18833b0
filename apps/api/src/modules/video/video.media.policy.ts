/** The files of a film, by their name in the address. */
export const mediaNames = ['film.mp4', 'captions.vtt', 'chapters.vtt', 'poster.webp'] as const;
export type MediaName = (typeof mediaNames)[number];

export const mediaTypes: Record<MediaName, string> = {
  'film.mp4': 'video/mp4',
  'captions.vtt': 'text/vtt; charset=utf-8',
  'chapters.vtt': 'text/vtt; charset=utf-8',
  'poster.webp': 'image/webp',
};

/** A stored file: its key in the blob store, and the first letters of the hash of its content. */
export interface MediaFile {
  blobKey: string;
  version: string;
  sizeBytes: number;
}

/** Both ends included, in bytes, as HTTP counts. */
export interface ByteRange {
  start: number;
  end: number;
}

/** The conditions and the range that a request carries. */
export interface MediaRequest {
  range: string | undefined;
  ifRange: string | undefined;
  ifNoneMatch: string | undefined;
  /** The version in the address (`?v=`). */
  version: string | undefined;
}

export interface MediaAnswer {
  status: 200 | 206 | 304 | 416;
  headers: Record<string, string>;
  /** The bytes to send; null for none. */
  bytes: ByteRange | null;
}

/** Whether a word is the name of a film's file. */
export function isMediaName(word: string): word is MediaName {
  return mediaNames.some((name) => name === word);
}

/** Hexadecimal letters of the content's hash that make a version. */
export const versionLength = 20;

/** Whether a word can be a version at all; blob keys are made of nothing else. */
export function isMediaVersion(word: string): boolean {
  return word.length === versionLength && /^[0-9a-f]+$/.test(word);
}

/** Where a file of a film lies in the blob store: by its content, so that no film overwrites another. */
export function blobKeyOf(version: string, name: MediaName): string {
  return `films/${version}/${name}`;
}

/** The address of a file on this origin; it changes with the content, so browsers may keep what they have. */
export function mediaUrlOf(slug: string, name: MediaName, file: Pick<MediaFile, 'version'>): string {
  return `/api/media/videos/${slug}/${name}?v=${file.version}`;
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

/** What a request for a file is answered: status, headers and which bytes. */
export function answerOf(request: MediaRequest, name: MediaName, file: MediaFile): MediaAnswer {
  const etag = `"${file.version}"`;
  const headers: Record<string, string> = {
    'content-type': mediaTypes[name],
    'accept-ranges': 'bytes',
    etag,
    'x-content-type-options': 'nosniff',
    'cache-control': request.version === file.version ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (namesTag(request.ifNoneMatch, etag)) return { status: 304, headers, bytes: null };
  const asked = request.ifRange === undefined || request.ifRange === etag ? request.range : undefined;
  const range = byteRangeOf(asked, file.sizeBytes);
  if (range === 'unsatisfiable') {
    const refused = { ...headers, 'content-range': `bytes */${file.sizeBytes}`, 'content-length': '0' };
    return { status: 416, headers: refused, bytes: null };
  }
  if (range === 'ignore') {
    const whole = { ...headers, 'content-length': String(file.sizeBytes) };
    return { status: 200, headers: whole, bytes: { start: 0, end: file.sizeBytes - 1 } };
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
