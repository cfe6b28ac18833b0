import type { FontRun } from '../glyphs/glyphs.js';

/** One cell of a column: an upright character, a rotated Latin word, or two digits side by side (縦中横). */
export interface VerticalCell {
  text: string;
  family: string;
  kind: 'upright' | 'turned' | 'beside';
  /** Height in em. */
  length: number;
  /** The factor by which the cell's text is narrowed to be one em wide; usually 1. */
  squeeze: number;
}

/** The width of a text in em. */
export type Advance = (text: string, family: string) => number;

const latin =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\u0020-\u007e\u00a0-\u00ff\u2010-\u2015\u2018-\u201d\u20ac]+$/u;
const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Never first in a column (行頭禁則); of these, commas and full stops may hang below the last cell (ぶら下げ). */
const notFirst = new Set(
  '、。，．・：；？！‼⁇⁈⁉ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ々〻ゝゞヽヾ）」』】〕〉》］｝”’…‥',
);
const hanging = new Set('、。，．');
/** Never last in a column (行末禁則). */
const notLast = new Set('（「『【〔〈《［｛“‘');

/** The cells of a text already split into runs of one font. A cluster (𠮷, 邉 with its selector) is never split. */
export function cellsOf(runs: readonly FontRun[], advance: Advance): VerticalCell[] {
  const clusters = runs.flatMap(({ family, text }) =>
    [...segmenter.segment(text)].map(({ segment }) => ({ text: segment, family })),
  );
  const cells: VerticalCell[] = [];
  for (let at = 0; at < clusters.length;) {
    const length = latinRunAt(clusters, at);
    if (length === 0) cells.push({ ...clusters[at]!, kind: 'upright', length: 1, squeeze: 1 });
    else cells.push(...latinCells(clusters.slice(at, at + length), advance));
    at += Math.max(length, 1);
  }
  return cells;
}

/**
 * Breaks the cells into columns of a height (in em), with a gap after each cell. A column may be longer by one hanging
 * comma or full stop; a rotated word longer than a column is split between letters. Every cell is in exactly one
 * column, in order.
 */
export function columnsOf(
  cells: readonly VerticalCell[],
  height: number,
  gap: number,
  advance: Advance,
): VerticalCell[][] {
  const queue = cells.flatMap((cell) => (cell.length > height ? lettersOf(cell, advance) : [cell]));
  const columns: VerticalCell[][] = [];
  let column: VerticalCell[] = [];
  let used = 0;
  for (const cell of queue) {
    if (column.length > 0 && used + cell.length > height + 1e-6 && !hanging.has(cell.text)) {
      const carried = carriedFrom(column, cell);
      columns.push(column);
      column = carried;
      used = carried.reduce((sum, each) => sum + each.length + gap, 0);
    }
    column.push(cell);
    used += cell.length + gap;
  }
  return column.length > 0 ? [...columns, column] : columns;
}

/**
 * Removes and returns the cells at a column's end that must not stay there, or must precede `next` in the next column.
 */
function carriedFrom(column: VerticalCell[], next: VerticalCell): VerticalCell[] {
  let from = column.length;
  let follower = next;
  while (from > 1 && (notFirst.has(follower.text) || notLast.has(column[from - 1]!.text))) {
    from -= 1;
    follower = column[from]!;
    // A long chain of such characters does not justify emptying the column
    if (column.length - from > 3) return [];
  }
  return from === column.length ? [] : column.splice(from);
}

function latinRunAt(clusters: readonly { text: string; family: string }[], from: number): number {
  let to = from;
  while (
    to < clusters.length &&
    clusters[to]!.family === clusters[from]!.family &&
    latin.test(clusters[to]!.text)
  )
    to += 1;
  return to - from;
}

/** One or two digits go side by side; other words are rotated; spaces around them keep their width. */
function latinCells(clusters: readonly { text: string; family: string }[], advance: Advance): VerticalCell[] {
  const { family } = clusters[0]!;
  const whole = clusters.map(({ text }) => text).join('');
  return whole
    .split(/( +)/u)
    .filter((part) => part !== '')
    .map((text) => {
      const width = advance(text, family);
      return /^\d{1,2}$/u.test(text)
        ? { text, family, kind: 'beside', length: 1, squeeze: Math.min(1, 0.96 / width) }
        : { text, family, kind: 'turned', length: width, squeeze: 1 };
    });
}

function lettersOf(cell: VerticalCell, advance: Advance): VerticalCell[] {
  return [...segmenter.segment(cell.text)].map(({ segment }) => ({
    ...cell,
    text: segment,
    length: advance(segment, cell.family),
  }));
}
