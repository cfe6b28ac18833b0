/** An unfinished upload of this browser, as stored between visits. */
export interface KeptUpload {
  /** where the server accepts the rest */
  address: string;
  fileName: string;
  sizeBytes: number;
  /** identifies the file, to check that the same one was chosen again; see fileMark */
  mark: string;
}

const place = (videoId: string) => `kizuna-film-upload:${videoId}`;

/** Stores a film's upload in this browser. A private window may refuse storage; then it lasts as long as the page. */
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
    /* nothing was stored */
  }
}

/**
 * The film's upload from an earlier visit, with the number of bytes received (null if the server did not report it).
 * An upload that the server no longer knows (they expire after a week) is removed.
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
    return { ...upload, sentBytes: null }; // no network: it may still exist
  }
}

/** Removes it and frees its space on the server; if that fails, the upload expires there later. */
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
