import type { WatchView } from '@kizuna/shared/contracts/learning';

type WatchFact = Pick<WatchView, 'done'>;

/** What a person has watched of a lesson's film and of its digest; null if the player was never opened. */
export interface FilmFacts {
  long: WatchFact | null;
  digest: WatchFact | null;
  /** Set on the course. */
  digestCounts: boolean;
}

/**
 * Whether a video lesson is done: its film was watched up to the lesson's threshold or seen at a group viewing, or its
 * digest was, if the course lets that count. Stricter rules do not undo completed lessons; only revoking a group
 * viewing reopens its lesson.
 */
export function isFilmDone({ long, digest, digestCounts }: FilmFacts): boolean {
  return (long?.done ?? false) || (digestCounts && (digest?.done ?? false));
}
