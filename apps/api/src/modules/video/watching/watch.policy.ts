import { clipTo, lengthOf, missingOf, newlyCovered, unionOf, type Range } from '@kizuna/shared/rules/ranges';
import type { WatchView } from '@kizuna/shared/contracts/learning';

/** The fastest speed offered by the player; nobody can watch more film in a second of real time. */
export const greatestSpeed = 2;
/** Free allowance of real time per person and film, for a player that starts before its first report arrives. */
export const slackMs = 2_500;
/** Default percentage of the film that counts as watched: a black end-frame must not prevent completion. */
export const defaultThresholdPercent = 95;
/**
 * An account or playback with more pieces than this accepts nothing that would fragment it further. No viewer produces
 * so many; without a limit forged millisecond ranges would swell the row for every later report.
 */
export const mostPieces = 2_000;
/** A position this close to the end, or a gap this short, is not worth resuming at. */
const negligibleMs = 1_000;
const endMs = 3_000;

/** What is credited to one person for one film. */
export interface WatchAccount {
  /** Parts of the film, in milliseconds from its start. */
  ranges: Range[];
  /** Real time during which a player was open, in milliseconds since 1970. Overlapping players count once. */
  present: Range[];
}

export interface WatchReport {
  /** When the playback was opened, and when the report arrived: server time, milliseconds since 1970. */
  startedAt: number;
  arrivedAt: number;
  /** The player's claim, from `claimOf`. */
  claim: readonly Range[];
}

/** Restricts a claim to whole milliseconds inside the film; reversed and empty ranges are dropped. */
export function claimOf(playedRanges: readonly Range[], durationMs: number): Range[] {
  return clipTo(
    playedRanges.map(([from, to]) => [Math.floor(from), Math.floor(to)] as const),
    durationMs,
  );
}

/** Film that may still be credited, in milliseconds: real time × greatest speed, minus what was credited before. */
export function budgetOf(account: WatchAccount): number {
  return Math.max(0, (lengthOf(account.present) + slackMs) * greatestSpeed - lengthOf(account.ranges));
}

/** The first `milliseconds` of the ranges, counted from the beginning of the film. */
export function headOf(ranges: readonly Range[], milliseconds: number): Range[] {
  let left = milliseconds;
  const head: Range[] = [];
  for (const [from, to] of unionOf(ranges)) {
    if (left <= 0) break;
    head.push([from, Math.min(to, from + left)]);
    left -= to - from;
  }
  return head;
}

/**
 * The rule of crediting, and the model of the one statement in watch.repository.ts that applies it (an integration test
 * keeps the two consistent). A claim that exceeds the real time is cut, never refused: the rest comes again with the
 * next report, because a player always reports everything it has played.
 */
export function credit(account: WatchAccount, report: WatchReport): WatchAccount {
  const arrivedAt = Math.max(report.startedAt, report.arrivedAt);
  const present = unionOf([...account.present, [report.startedAt, arrivedAt]]);
  const earned = headOf(
    newlyCovered(account.ranges, report.claim),
    budgetOf({ ranges: account.ranges, present }),
  );
  return { present, ranges: joined(account.ranges, earned) };
}

/** The union, or the old ranges if the union would have too many pieces. */
export function joined(before: readonly Range[], added: readonly Range[]): Range[] {
  const union = unionOf([...before, ...added]);
  return union.length <= Math.max(mostPieces, before.length) ? union : [...before];
}

/** Film that must be credited before the lesson counts, in milliseconds. */
export function neededMs(durationMs: number, thresholdPercent = defaultThresholdPercent): number {
  return Math.ceil((durationMs * thresholdPercent) / 100);
}

/** Where the player resumes: at the last position, or at the first missing part once the end was reached. */
export function resumeOf(positionMs: number, ranges: readonly Range[], durationMs: number): number {
  if (positionMs > 0 && positionMs < durationMs - endMs) return positionMs;
  if (positionMs === 0) return 0;
  return visibleGaps(ranges, durationMs)[0]?.[0] ?? 0;
}

function visibleGaps(ranges: readonly Range[], durationMs: number): Range[] {
  return missingOf(ranges, durationMs).filter(([from, to]) => to - from >= negligibleMs);
}

/** The criteria for an account, besides the film's length. */
export interface WatchTerms {
  /** Set on the lesson; 50 to 99. */
  thresholdPercent?: number;
  /** A 学習会 at which the person saw the whole film: nothing is left to watch. */
  groupViewing?: WatchView['groupViewing'];
}

/** The view of an account for the learner. */
export function watchViewOf(
  ranges: readonly Range[],
  positionMs: number,
  durationMs: number,
  { thresholdPercent = defaultThresholdPercent, groupViewing = null }: WatchTerms = {},
): WatchView {
  const credited = clipTo(ranges, durationMs);
  const creditedMs = lengthOf(credited);
  const left = Math.max(0, neededMs(durationMs, thresholdPercent) - creditedMs);
  const remainingMs = groupViewing ? 0 : left;
  return {
    creditedRanges: credited.map(([from, to]) => [from, to]),
    missingRanges: visibleGaps(credited, durationMs).map(([from, to]) => [from, to]),
    percent: Math.floor((creditedMs * 100) / durationMs),
    remainingMs,
    resumeMs: resumeOf(positionMs, credited, durationMs),
    thresholdPercent,
    groupViewing,
    done: remainingMs === 0,
  };
}
