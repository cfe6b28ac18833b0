/**
 * waiting: not sent yet, retried automatically; signIn: the sign-in has expired; refused: the page must be reloaded.
 */
export type RecordTrouble = 'waiting' | 'signIn' | 'refused' | null;

/** unknown: the server has no such playback or lesson for this person. */
export type Outcome<T> = { answer: T } | { trouble: 'waiting' | 'signIn' | 'refused' | 'unknown' };

/** Sends a part of the record. `leaving`: the page is being closed and does not wait for the response. */
export async function post<T>(address: string, body: unknown, leaving = false): Promise<Outcome<T>> {
  const text = JSON.stringify(body);
  if (leaving && !('keepalive' in Request.prototype)) {
    // an older browser aborts a fetch when its page closes; a beacon survives, but without a response
    navigator.sendBeacon(address, new Blob([text], { type: 'application/json' }));
    return { trouble: 'waiting' };
  }
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
      keepalive: leaving,
    });
    if (response.ok) return { answer: (await response.json()) as T };
    return { trouble: troubleOf(response.status) };
  } catch {
    return { trouble: 'waiting' }; // no network
  }
}

/** Maps an error status to the record's trouble. */
export function troubleOf(status: number): 'waiting' | 'signIn' | 'refused' | 'unknown' {
  if (status === 401) return 'signIn';
  if (status === 404) return 'unknown';
  return status >= 500 || status === 429 || status === 408 ? 'waiting' : 'refused';
}
