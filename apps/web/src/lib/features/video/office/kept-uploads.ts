/** An upload that this browser has begun and not finished, as it is remembered between visits. */
export interface KeptUpload {
  /** where the server takes the rest */
  address: string;
  fileName: string;
  sizeBytes: number;
  /** tells whether the same file was chosen again, see fileMark */
  mark: string;
}

const place = (videoId: string) => `kizuna-film-upload:${videoId}`;

/** Remembers a film's upload on this browser. A private window may refuse; then it lasts as long as the page. */
export function keepUpload(videoId: string, upload: KeptUpload): void {
  try {
    localStorage.setItem(place(videoId), JSON.stringify(upload));
  } catch {
    /* nothing else to do */
  }
}

/** Forgets a film's upload. */
export function forgetUpload(videoId: string): void {
  try {
    localStorage.removeItem(place(videoId));
  } catch {
    /* nothing was kept */
  }
}

/**
 * The film's upload that was begun at an earlier visit, with the bytes that have arrived (null where the server did
 * not tell). One that the server does not know any more (they expire after a week) is forgotten.
 */
export async function keptUploadOf(
  videoId: string,
): Promise<(KeptUpload & { sentBytes: number | null }) | null> {
  const upload = read(videoId);
  if (!upload) return null;
  try {
    const answer = await fetch(upload.address, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    if (answer.status === 404 || answer.status === 410) {
      forgetUpload(videoId);
      return null;
    }
    const offset = answer.headers.get('upload-offset');
    return { ...upload, sentBytes: answer.ok && offset !== null ? Number(offset) : null };
  } catch {
    return { ...upload, sentBytes: null }; // no network: it may still be there
  }
}

/** Forgets it and frees its room on the server; what the server cannot do now, its own expiry does later. */
export async function dropUpload(videoId: string): Promise<void> {
  const address = read(videoId)?.address;
  forgetUpload(videoId);
  if (address)
    await fetch(address, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } }).catch(() => undefined);
}

function read(videoId: string): KeptUpload | null {
  try {
    return JSON.parse(localStorage.getItem(place(videoId)) ?? 'null') as KeptUpload | null;
  } catch {
    return null;
  }
}
