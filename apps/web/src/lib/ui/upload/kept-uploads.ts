/** An unfinished upload of this browser, as stored between visits. */
export interface KeptUpload {
  /** where the server accepts the rest */
  address: string;
  fileName: string;
  sizeBytes: number;
  /** to check that the same file was chosen again; see fileMark */
  mark: string;
}

/** Identifies a chosen file, so that choosing the same one again resumes its upload. */
export function fileMark(file: Pick<File, 'name' | 'size' | 'lastModified'>): string {
  return `${file.size}-${file.lastModified}-${file.name}`;
}

const keyOf = (place: string) => `kizuna-${place}`;

/** Stores an upload in this browser. A private window may refuse storage; then it lasts as long as the page. */
export function keepUpload(place: string, upload: KeptUpload): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(upload));
  } catch {
    /* nothing else to do */
  }
}

/** Forgets an upload. */
export function forgetUpload(place: string): void {
  try {
    localStorage.removeItem(keyOf(place));
  } catch {
    /* nothing was stored */
  }
}

/**
 * The upload of an earlier visit, with the number of bytes received (null if the server did not report it).
 * An upload that the server no longer knows (they expire after a week) is removed.
 */
export async function keptUploadOf(
  place: string,
): Promise<(KeptUpload & { sentBytes: number | null }) | null> {
  const upload = read(place);
  if (!upload) return null;
  try {
    const answer = await fetch(upload.address, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    if (answer.status === 404 || answer.status === 410) {
      forgetUpload(place);
      return null;
    }
    const offset = answer.headers.get('upload-offset');
    return { ...upload, sentBytes: answer.ok && offset !== null ? Number(offset) : null };
  } catch {
    return { ...upload, sentBytes: null }; // no network: it may still exist
  }
}

/** Removes it and frees its space on the server; if that fails, the upload expires there later. */
export async function dropUpload(place: string): Promise<void> {
  const address = read(place)?.address;
  forgetUpload(place);
  if (address)
    await fetch(address, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } }).catch(() => undefined);
}

function read(place: string): KeptUpload | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null') as KeptUpload | null;
  } catch {
    return null;
  }
}
