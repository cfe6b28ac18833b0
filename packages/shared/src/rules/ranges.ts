/** Ranges of milliseconds, half-open `[from, to)`. Kept sorted, disjoint, not touching. Mirrors PostgreSQL's int4multirange. Runs on old tablets as well: no newer array methods. */
export type Range = readonly [from: number, to: number];

/** The union of ranges in any order; empty and reversed ranges vanish. */
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

/** Total length in milliseconds of the union. */
export function lengthOf(ranges: readonly Range[]): number {
  return unionOf(ranges).reduce((sum, [from, to]) => sum + to - from, 0);
}

/** What of `[0, total)` is not covered. */
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

/** The ranges cut to `[0, total)`. */
export function clipTo(ranges: readonly Range[], total: number): Range[] {
  return unionOf(ranges.map(([from, to]) => [Math.max(0, from), Math.min(total, to)] as const));
}

/** What `ranges` adds to `known`. */
export function newlyCovered(known: readonly Range[], ranges: readonly Range[]): Range[] {
  const highest = Math.max(0, ...ranges.map(([, to]) => to));
  const gaps = missingOf(known, highest);
  return unionOf(
    gaps.flatMap(([gapFrom, gapTo]) =>
      unionOf(ranges).map(([from, to]) => [Math.max(gapFrom, from), Math.min(gapTo, to)] as const),
    ),
  );
}
