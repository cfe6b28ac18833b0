import type { WatchView } from '@kizuna/shared/contracts/learning';

type WatchFact = Pick<WatchView, 'done'>;

/** What somebody has of a lesson's film and of its digest; null where the player was never opened. */
export interface FilmFacts {
  long: WatchFact | null;
  digest: WatchFact | null;
  /** Set on the course. */
  digestCounts: boolean;
}

/**
 * Whether a video lesson is done: its film was watched up to the lesson's threshold or seen at a group viewing, or its
 * digest was, where the course lets that count. What was done stays done when the rules become stricter; only a group
 * viewing that is taken back takes its lesson back.
 */
export function isFilmDone({ long, digest, digestCounts }: FilmFacts): boolean {
  return (long?.done ?? false) || (digestCounts && (digest?.done ?? false));
}
