/** Ranges of milliseconds, `[from, to)`. */
export type Ranges = [number, number][];

/** Something that reaches the server at a second of its clock. */
export type Arrival = { second: number; viewer: number; player: number } & (
  { kind: 'open' } | { kind: 'report'; body: Body; foreign?: true }
);

export interface Body {
  sequence: number;
  playedRanges: Ranges;
  positionMs: number;
  replayedRanges: Ranges;
  failedReports: number;
}

export interface Plan {
  honest: boolean;
  /** What was really played; for a forger, what was claimed inside the film. */
  truth: Ranges;
  arrivals: Arrival[];
}

type Dice = () => number;
const day = 86_400;

/** Random numbers between 0 and 1, the same for the same seed. */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const whole = (dice: Dice, from: number, to: number) => from + Math.floor(dice() * (to - from + 1));
const oneOf = <T>(dice: Dice, choices: readonly T[]): T => choices[Math.floor(dice() * choices.length)]!;

/** Union of ranges, sorted and disjoint. Not shared with the product: a test must not judge the code by itself. */
export function union(ranges: Ranges): Ranges {
  const joined: Ranges = [];
  for (const [from, to] of ranges.filter((one) => one[1] > one[0]).toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Total milliseconds covered by the ranges. */
export const lengthOf = (ranges: Ranges) => union(ranges).reduce((sum, [from, to]) => sum + to - from, 0);

/** The intersection of `ranges` and `other`. */
export function common(ranges: Ranges, other: Ranges): Ranges {
  const pairs = union(ranges).flatMap((a) => union(other).map((b) => [a, b] as const));
  return union(pairs.map(([a, b]) => [Math.max(a[0], b[0]), Math.min(a[1], b[1])]));
}

/**
 * One person who watches in one to three sittings, forwards and after jumps, at 0.75 to 2 times the speed, with pauses
 * and network interruptions; two of the sittings may be two screens side by side at normal speed. Reports are lost,
 * duplicated, reordered, twenty minutes late, or stored by the tablet until the next day. The last report of a sitting
 * always arrives.
 */
export function honestPlan(viewer: number, durationMs: number): Plan {
  const dice = diceOf(viewer * 7919 + 17);
  const arrivals: Arrival[] = [];
  const truth: Ranges = [];
  const end = durationMs - oneOf(dice, [0, 0, 2_000]);
  const sittings = whole(dice, 1, 3);
  const beside = sittings > 1 && dice() < 0.3;
  let second = whole(dice, 0, 300);
  let before = second;
  for (let player = 0; player < sittings; player += 1) {
    const opened = beside && player === 1 ? before : second + whole(dice, 5, 300);
    before = opened;
    arrivals.push({ kind: 'open', second: opened, viewer, player });
    let timeMs = opened * 1_000;
    let at = dice() < 0.6 ? 0 : whole(dice, 0, end - 1);
    let played: Ranges = [];
    const steps = whole(dice, 2, 6);
    for (let sequence = 0; sequence <= steps; sequence += 1) {
      const realMs = whole(dice, 2_000, 60_000);
      timeMs += realMs;
      if (dice() < 0.25) at = whole(dice, 0, end - 1);
      if (dice() > 0.15) {
        const speed = beside ? oneOf(dice, [0.75, 1]) : oneOf(dice, [0.75, 1, 1.25, 1.5, 2]);
        const to = Math.min(end, Math.floor(at + realMs * speed));
        played = union([...played, [at, to]]);
        at = to;
      }
      const body = { sequence, playedRanges: played, positionMs: at, replayedRanges: [], failedReports: 0 };
      arrivals.push(
        ...fateOf(dice, { viewer, player, body, sent: Math.ceil(timeMs / 1_000) }, sequence === steps),
      );
    }
    truth.push(...played);
    second = Math.max(second, Math.ceil(timeMs / 1_000));
  }
  return { honest: true, truth: union(truth), arrivals };
}

function fateOf(
  dice: Dice,
  report: { viewer: number; player: number; body: Body; sent: number },
  last: boolean,
): Arrival[] {
  const { viewer, player, body, sent } = report;
  const at = (second: number): Arrival => ({ kind: 'report', second, viewer, player, body });
  if (last) return [at(sent + oneOf(dice, [0, 0, 1, 1_200, day]))];
  const fate = dice();
  if (fate < 0.2) return [];
  if (fate < 0.35) return [at(sent), at(sent + whole(dice, 0, 120))];
  if (fate < 0.55) return [at(sent + whole(dice, 1, 1_200))];
  return [at(sent)];
}

/** One person who claims progress without watching, through up to four players, in every way we could think of. */
export function forgedPlan(viewer: number, durationMs: number): Plan {
  const dice = diceOf(viewer * 104_729 + 3);
  const arrivals: Arrival[] = [];
  const claimed: Ranges = [];
  const players = whole(dice, 1, 4);
  const start = whole(dice, 0, 600);
  for (let player = 0; player < players; player += 1) {
    const opened = start + (dice() < 0.5 ? 0 : whole(dice, 0, 60));
    arrivals.push({ kind: 'open', second: opened, viewer, player });
    for (let report = 0; report < whole(dice, 1, 4); report += 1) {
      const { ranges, sequence } = forgery(dice, durationMs, report);
      const body = {
        sequence,
        playedRanges: ranges,
        positionMs: durationMs,
        replayedRanges: [],
        failedReports: 0,
      };
      const second = opened + whole(dice, 1, 90) + (dice() < 0.02 ? day : 0);
      const foreign = dice() < 0.15;
      const arrival: Arrival = { kind: 'report', second, viewer, player, body };
      arrivals.push(foreign ? { ...arrival, foreign } : arrival);
      if (dice() < 0.3) arrivals.push({ ...arrival, second: second + 1 });
      claimed.push(...ranges);
    }
  }
  return { honest: false, truth: common(claimed, [[0, durationMs]]), arrivals };
}

function forgery(dice: Dice, durationMs: number, report: number): { ranges: Ranges; sequence: number } {
  const any = (): [number, number] => [whole(dice, 0, durationMs), whole(dice, 0, durationMs * 2)];
  const kinds: (() => { ranges: Ranges; sequence: number })[] = [
    () => ({ ranges: [[0, durationMs]], sequence: report }),
    () => ({ ranges: [[0, 86_400_000]], sequence: 2_000_000_000 - report }),
    () => ({ ranges: Array.from({ length: 30 }, any), sequence: report }),
    () => ({ ranges: [[-5_000, durationMs]], sequence: report }),
    () => ({
      ranges: Array.from({ length: 2_001 }, (_, i): [number, number] => [i * 2, i * 2 + 1]),
      sequence: report,
    }),
    () => ({
      ranges: Array.from({ length: 300 }, (_, i): [number, number] => [i * 90, i * 90 + 7]),
      sequence: report,
    }),
    () => ({ ranges: [[durationMs, 0], any()], sequence: whole(dice, 0, 3) }),
    () => ({ ranges: [[0, durationMs]], sequence: -1 }),
    () => ({ ranges: [[0.5, Number.MAX_SAFE_INTEGER]], sequence: report }),
  ];
  return oneOf(dice, kinds)();
}
