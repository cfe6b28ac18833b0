import type { Range } from '@kizuna/shared/rules/ranges';

/** Parses PostgreSQL's text form of an int4multirange, `{[0,1000),[2000,3000)}`. Its canonical form is half-open. */
export function parseMultirange(text: string): Range[] {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map((found) => [Number(found[1]), Number(found[2])]);
}

/** Formats ranges as an int4multirange. */
export function formatMultirange(ranges: readonly Range[]): string {
  return `{${ranges.map(([from, to]) => `[${from},${to})`).join(',')}}`;
}
