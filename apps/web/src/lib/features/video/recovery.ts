/**
 * Why the film failed. refused: the signed address has expired; network: nothing arrived; decode: the data cannot be
 * shown; source: the browser refuses without a reason.
 */
export type FilmFailure = 'refused' | 'network' | 'decode' | 'source';

/**
 * refresh: request new addresses and continue; file: use the MP4; wait: continue when the network is back; broken: show
 * an error.
 */
export type Remedy = 'refresh' | 'file' | 'wait' | 'broken';

/** If this many new addresses are refused as well, refreshing does not help. */
const mostRefreshes = 2;

/** Chooses the remedy for a failure. Once the film plays again, all attempts are available again. */
export class Recovery {
  #refreshes = 0;

  /** `file`: it was the MP4 that failed. */
  remedyFor(failure: FilmFailure, now: { file: boolean; online: boolean }): Remedy {
    if (!now.online || failure === 'network') return 'wait';
    if (failure === 'refused' && this.#refreshes < mostRefreshes) {
      this.#refreshes += 1;
      return 'refresh';
    }
    return now.file ? 'broken' : 'file';
  }

  /** Called when the film plays again. */
  recovered(): void {
    this.#refreshes = 0;
  }
}

/** Maps the HTTP status of a segment; null if it was not refused. */
export function failureOf(status: number): FilmFailure | null {
  if (status >= 200 && status < 400) return null;
  if ([401, 403, 404, 410].includes(status)) return 'refused';
  return 'network'; // 0: no response; 429, 5xx: temporary
}

/** Finds out why an address did not play; the browsers' own players do not say. */
export async function askWhy(address: string): Promise<FilmFailure> {
  try {
    const { status } = await fetch(address, { method: 'HEAD', cache: 'no-store' });
    return failureOf(status) ?? 'source';
  } catch {
    return 'network';
  }
}
