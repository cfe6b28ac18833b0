import type { FontRun } from '../glyphs/glyphs.js';
import { cellsOf, columnsOf, type Advance, type VerticalCell } from './sheet-columns.policy.js';

/** A piece of a column: upright characters of one font below each other, a rotated word, or two digits side by side. */
export interface SheetPiece {
  /** Upright characters are separated by line feeds. */
  t: string;
  f: string;
  /** The upper left corner of the first character, in mm from that of the paper. */
  x: number;
  y: number;
  k: 'u' | 't' | 'b';
  /** The factor by which two digits are narrowed. */
  s: number;
}

/** A text on the paper, as the typesetter draws it: one paragraph (or the title) of positioned pieces. */
export interface SheetBlock {
  title: boolean;
  /** In mm. */
  size: number;
  /** Between two characters, in mm. */
  gap: number;
  pieces: SheetPiece[];
}

/** A text to set vertically: columns from `right` to the left, from `top` down, at most `height` high. */
export interface VerticalText {
  runs: readonly FontRun[];
  /** Sizes in points in order of preference; the first that fits is used, otherwise the last. */
  sizes: readonly number[];
  height: number;
  /** The space for all columns, in mm. */
  width: number;
  /** From column to column, in em. */
  pitch?: number;
  /** From character to character, in em. */
  spacing?: number;
  align?: 'top' | 'bottom' | 'spread';
  title?: boolean;
}

const mmOfPoint = 25.4 / 72;
const kinds = { upright: 'u', turned: 't', beside: 'b' } as const;

/** A text set in columns: its width, and its block once its right edge and top are known. */
export class VerticalSetting {
  readonly size: number;
  readonly columns: VerticalCell[][];
  private readonly pitch: number;
  private readonly spacing: number;

  constructor(
    private readonly text: VerticalText,
    advance: Advance,
  ) {
    this.pitch = text.pitch ?? 1.7;
    this.spacing = text.spacing ?? 1.06;
    const cells = cellsOf(text.runs, advance);
    const chosen = text.sizes
      .map((points) => points * mmOfPoint)
      .map((size) => ({ size, columns: columnsOf(cells, text.height / size, this.spacing - 1, advance) }))
      .find(
        ({ size, columns }, at) => at === text.sizes.length - 1 || this.widthAt(size, columns) <= text.width,
      );
    this.size = chosen?.size ?? 0;
    this.columns = chosen?.columns ?? [];
  }

  get width(): number {
    return this.columns.length === 0 ? 0 : this.widthAt(this.size, this.columns);
  }

  /** The height of the longest column in mm. */
  get height(): number {
    return Math.max(0, ...this.columns.map((column) => this.heightOf(column)));
  }

  /** The height of the last column in mm: where the text ends. */
  get lastHeight(): number {
    const last = this.columns.at(-1);
    return last ? this.heightOf(last) : 0;
  }

  block(right: number, top: number): SheetBlock {
    const single = this.columns.length === 1;
    const slack = Math.max(0, this.text.height - this.height);
    const between =
      single && this.text.align === 'spread' ? slack / Math.max(1, this.columns[0]!.length - 1) : 0;
    const gap = this.size * (this.spacing - 1) + between;
    const start = top + (single && this.text.align === 'bottom' ? slack : 0);
    const pieces = this.columns.flatMap((column, at) =>
      piecesOf(column, right - this.size - at * this.pitch * this.size, start, this.size, gap),
    );
    return { title: this.text.title ?? false, size: round(this.size), gap: round(gap), pieces };
  }

  private widthAt(size: number, columns: readonly VerticalCell[][]): number {
    return size * (1 + (columns.length - 1) * this.pitch);
  }

  /** Without the space after the last cell. */
  private heightOf(column: readonly VerticalCell[]): number {
    const length = column.reduce((sum, cell) => sum + cell.length, 0);
    return this.size * (length + (column.length - 1) * (this.spacing - 1));
  }
}

function piecesOf(
  column: readonly VerticalCell[],
  x: number,
  top: number,
  size: number,
  gap: number,
): SheetPiece[] {
  const pieces: SheetPiece[] = [];
  let y = top;
  for (const cell of column) {
    const last = pieces.at(-1);
    if (last?.k === 'u' && cell.kind === 'upright' && last.f === cell.family) last.t += `\n${cell.text}`;
    else
      pieces.push({
        t: cell.text,
        f: cell.family,
        x: round(x),
        y: round(y),
        k: kinds[cell.kind],
        s: round(cell.squeeze),
      });
    y += cell.length * size + gap;
  }
  return pieces;
}

/** Finer differences are invisible, and rounding keeps the data small. */
function round(length: number): number {
  return Math.round(length * 1000) / 1000;
}
