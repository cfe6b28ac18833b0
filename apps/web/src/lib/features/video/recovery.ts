/**
 * What went wrong with the film: refused: the signed address has expired; network: nothing came; decode: what came
 * cannot be shown; source: the browser says no without a reason.
 */
export type FilmFailure = 'refused' | 'network' | 'decode' | 'source';

/** refresh: ask for new addresses and go on; file: the MP4 instead; wait: it goes on with the network; broken: say so. */
export type Remedy = 'refresh' | 'file' | 'wait' | 'broken';

/** New addresses that are refused as well are no help. */
const mostRefreshes = 2;

/** Chooses the remedy. A film that plays again has used up nothing. */
export class Recovery {
  #refreshes = 0;

  /** `file`: the MP4 is what failed. */
  remedyFor(failure: FilmFailure, now: { file: boolean; online: boolean }): Remedy {
    if (!now.online || failure === 'network') return 'wait';
    if (failure === 'refused' && this.#refreshes < mostRefreshes) {
      this.#refreshes += 1;
      return 'refresh';
    }
    return now.file ? 'broken' : 'file';
  }

  /** The film has gone on. */
  recovered(): void {
    this.#refreshes = 0;
  }
}

/** What the status of a refused piece says; null where it was not refused. */
export function failureOf(status: number): FilmFailure | null {
  if (status >= 200 && status < 400) return null;
  if ([401, 403, 404, 410].includes(status)) return 'refused';
  return 'network'; // 0: no answer; 429, 5xx: comes again
}

/** Asks why an address did not play: browsers' own players do not tell. */
export async function askWhy(address: string): Promise<FilmFailure> {
  try {
    const { status } = await fetch(address, { method: 'HEAD', cache: 'no-store' });
    return failureOf(status) ?? 'source';
  } catch {
    return 'network';
  }
}
