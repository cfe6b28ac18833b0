/**
 * Ranges of milliseconds, half-open `[from, to)`: always sorted, disjoint and not touching. Mirrors int4multirange in
 * PostgreSQL. Must also run on old tablets, so no newer array methods.
 */
export type Range = readonly [from: number, to: number];

/** The union of ranges in any order; empty and reversed ranges are dropped. */
export function unionOf(ranges: readonly Range[]): Range[] {
  const sorted = ranges.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0]);
  const union: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = union[union.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else union.push([from, to]);
  }
  return union;
}

/** Total length of the union in milliseconds. */
export function lengthOf(ranges: readonly Range[]): number {
  return unionOf(ranges).reduce((sum, [from, to]) => sum + to - from, 0);
}

/** The parts of `[0, total)` that are not covered. */
export function missingOf(ranges: readonly Range[], total: number): Range[] {
  const gaps: Range[] = [];
  let at = 0;
  for (const [from, to] of unionOf(ranges)) {
    if (from > at) gaps.push([at, Math.min(from, total)]);
    at = Math.max(at, to);
  }
  if (at < total) gaps.push([at, total]);
  return gaps.filter(([from, to]) => to > from);
}

/** The ranges clipped to `[0, total)`. */
export function clipTo(ranges: readonly Range[], total: number): Range[] {
  return unionOf(ranges.map(([from, to]) => [Math.max(0, from), Math.min(total, to)] as const));
}

/** The parts of `ranges` that are not yet in `known`. */
export function newlyCovered(known: readonly Range[], ranges: readonly Range[]): Range[] {
  const highest = Math.max(0, ...ranges.map(([, to]) => to));
  const gaps = missingOf(known, highest);
  return unionOf(
    gaps.flatMap(([gapFrom, gapTo]) =>
      unionOf(ranges).map(([from, to]) => [Math.max(gapFrom, from), Math.min(gapTo, to)] as const),
    ),
  );
}
