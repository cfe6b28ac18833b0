import type { SheetQrPlace } from '@kizuna/shared/vocabulary/templates';

import type { FontRun } from '../glyphs/glyphs.js';
import type { Advance } from './sheet-columns.policy.js';
import { sealSize, smallSizes, type VerticalPaper } from './vertical-paper.js';
import { VerticalSetting, type SheetBlock, type VerticalText } from './vertical-setting.js';

/** The texts of a vertical sheet, as printed; empty ones are omitted. */
export interface VerticalTexts {
  number: string;
  copy: string;
  title: string;
  name: string;
  kana: string;
  honorific: string;
  bornOn: string;
  body: string;
  completedOn: string;
  issuedOn: string;
  issuer: string;
  head: string;
}

/** A vertical sheet ready for drawing. Lengths in mm from the upper left corner. */
export interface VerticalSheet {
  blocks: SheetBlock[];
  seal: Place;
  verify: Place;
  logo: Place;
}

interface Place {
  x: number;
  y: number;
}

/** How the texts of a sheet are split into runs of one font. */
export interface RunsOf {
  text: (value: string) => FontRun[];
  name: (value: string) => FontRun[];
  title: (value: string) => FontRun[];
}

/** A strip of columns with its own width; `draw` receives its right edge. */
interface Strip {
  width: number;
  /** The share of the free space to its left, relative to the other strips. */
  gap: number;
  draw(right: number): SheetBlock[];
}

/** Lays out the columns of a 賞状 from the right: number, title, name, 本文, dates, issuer and head with the seal. */
export class VerticalComposition {
  private readonly paper: VerticalPaper;

  constructor(
    paper: VerticalPaper,
    private readonly qr: SheetQrPlace,
    private readonly advance: Advance,
    private readonly runsOf: RunsOf,
  ) {
    // The QR code in the left corner keeps the columns away
    this.paper = qr === 'right' ? paper : { ...paper, left: paper.left + (qr === 'left' ? 22 : 4) };
  }

  compose(texts: VerticalTexts): VerticalSheet {
    const { left, right, top, bottom } = this.paper;
    const others = [
      this.number(texts),
      this.title(texts.title),
      this.name(texts),
      ...this.dates(texts),
      this.plain(texts.issuer, { sizes: [17, ...smallSizes], top: top + (bottom - top) * 0.2, gap: 0.45 }),
    ];
    const head = this.head(texts.head);
    const taken = [...others, head].reduce((sum, strip) => sum + strip.width, 0);
    const gaps = others.reduce((sum, strip) => sum + (strip.width > 0 ? strip.gap : 0), 1);
    const body = this.body(texts.body, right - left - taken - 4.5 * gaps);
    const [first, ...last] = [others.slice(0, 3), others.slice(3)];
    const strips = [...first, body, ...last.flat(), head].filter((strip) => strip.width > 0);
    return this.placed(strips);
  }

  private placed(strips: readonly Strip[]): VerticalSheet {
    const { left, right, bottom } = this.paper;
    const width = strips.reduce((sum, strip) => sum + strip.width, 0);
    const shares = strips.slice(0, -1).reduce((sum, strip) => sum + strip.gap, 0);
    // More space than this between two strips would tear the text apart: the rest is left at both sides
    const share = Math.min(17, Math.max(2, (right - left - width) / Math.max(shares, 1)));
    const spare = Math.max(0, right - left - width - share * shares);
    let edge = right - spare / 2;
    const blocks: SheetBlock[] = [];
    for (const strip of strips) {
      blocks.push(...strip.draw(edge));
      edge -= strip.width + strip.gap * share;
    }
    const headRight = edge + strips.at(-1)!.gap * share + strips.at(-1)!.width;
    const centre = headRight - strips.at(-1)!.width / 2;
    const filled = blocks.filter((block) => block.pieces.length > 0);
    return { blocks: filled, seal: { x: centre - sealSize / 2, y: bottom - sealSize }, ...this.corners() };
  }

  /** The positions of the QR code (or the code alone) and the logo. */
  private corners(): { verify: Place; logo: Place } {
    const { width, height } = this.paper;
    const verify = {
      left: { x: 17, y: height - 46 },
      right: { x: width - 43, y: height - 46 },
      none: { x: 17, y: height - 26 },
    }[this.qr];
    return { verify, logo: { x: 20, y: 20 } };
  }

  private set(text: string, how: Omit<VerticalText, 'runs'>, runs = this.runsOf.text): VerticalSetting {
    return new VerticalSetting({ runs: runs(text), ...how }, this.advance);
  }

  private plain(
    text: string,
    how: { sizes: readonly number[]; top: number; gap: number; bottom?: number },
  ): Strip {
    const height = (how.bottom ?? this.paper.bottom) - how.top;
    const set = this.set(text, { sizes: how.sizes, height, width: 26, pitch: 1.35 });
    return { width: set.width, gap: how.gap, draw: (right) => [set.block(right, how.top)] };
  }

  private number(texts: VerticalTexts): Strip {
    const { top, bottom } = this.paper;
    const number = this.set(texts.number, {
      sizes: [12, 11, 10, 9, 8],
      height: (bottom - top) * 0.7,
      width: 12,
      pitch: 1.4,
    });
    const copy = this.set(texts.copy, { sizes: [10], height: (bottom - top) * 0.3, width: 6 });
    return {
      width: number.width + (copy.width > 0 ? copy.width + 1.5 : 0),
      gap: 0.7,
      draw: (right) => [number.block(right, top), copy.block(right - number.width - 1.5, top)],
    };
  }

  /** Widely spaced characters in the upper two thirds: the first thing to be read. */
  private title(text: string): Strip {
    const { top, bottom, titleSize } = this.paper;
    const room = bottom - top;
    const size = [titleSize, 38, 32, 27, 23, 20, 17];
    const spacing = text.length <= 3 ? 1.9 : text.length <= 5 ? 1.55 : 1.2;
    const height = this.qr === 'right' ? room - 27 : room * 0.92;
    const set = this.set(text, { sizes: size, height, width: 22, spacing, title: true }, this.runsOf.title);
    const offset = Math.max(0, (room - set.height) * 0.28);
    return { width: set.width, gap: 1, draw: (right) => [set.block(right, top + offset)] };
  }

  /** Name and 殿 end a little above the foot, the reading is beside the name, the date of birth to its left. */
  private name({ name, kana, honorific, bornOn }: VerticalTexts): Strip {
    const { top, bottom, nameSizes, nameWidth, kanaWidth } = this.paper;
    const start = top + (bottom - top) * 0.12;
    const end = bottom - (bottom - top) * 0.05;
    const tail = honorific === '' ? 0 : 14;
    const height = end - start - tail;
    const set = this.set(
      name,
      { sizes: nameSizes, height, width: nameWidth, pitch: 1.3, spacing: nameSpacing(name) },
      this.runsOf.name,
    );
    const suffix = this.set(honorific, {
      sizes: [Math.min(26, (set.size * 72) / 25.4)],
      height: 20,
      width: 20,
    });
    const long = set.columns.length > 1;
    // A short name is placed with its 殿 at the foot, as when written with a brush
    const nameTop =
      long || set.height > height * 0.8 ? start : end - tail - Math.max(set.height, height * 0.62) * 0.98;
    const reading = this.reading(kana, Math.max(set.height, 24), long ? kanaWidth : 0);
    const born = this.set(bornOn, { sizes: [12, 11, 10], height: height * 0.8, width: 6, align: 'bottom' });
    const readingRoom = reading.width > 0 ? reading.width + 1 : 0;
    const bornRoom = born.width > 0 ? born.width + 4 : 0;
    return {
      width: readingRoom + set.width + bornRoom,
      gap: 1,
      draw: (right) => {
        const edge = right - readingRoom;
        // Directly below the last character, even if the last of several columns is short
        const room = end - nameTop - set.lastHeight - suffix.height;
        const after = nameTop + set.lastHeight + Math.min(long ? set.size : 9, Math.max(3, room));
        return [
          // The order in which it is read aloud: the reading first
          reading.block(right, nameTop),
          set.block(edge, nameTop),
          suffix.block(edge - (set.width - suffix.size) / (long ? 1 : 2), after),
          born.block(edge - set.width - 4, end - height * 0.8),
        ];
      },
    };
  }

  /** In one column; the reading of a long name takes several columns rather than illegibly small letters. */
  private reading(kana: string, height: number, width: number): VerticalSetting {
    const sizes = width === 0 ? [9, 8, 7, 6] : [9, 8, 7];
    const single = this.set(kana, { sizes, height, width: 4.5 });
    if (width === 0 || single.columns.length <= 1) return single;
    return this.set(kana, { sizes: [9, 8, 7.5, 7, 6], height, width, pitch: 1.4 });
  }

  private body(text: string, width: number): Strip {
    const { top, bottom, bodySizes } = this.paper;
    const start = top + (bottom - top) * 0.07;
    const set = this.set(text, {
      sizes: bodySizes,
      height: bottom - start - 2,
      width,
      pitch: 1.75,
      spacing: 1.1,
    });
    return { width: set.width, gap: 1, draw: (right) => [set.block(right, start)] };
  }

  private dates(texts: VerticalTexts): Strip[] {
    const { top, bottom } = this.paper;
    const from = top + (bottom - top) * 0.14;
    return [
      this.plain(texts.completedOn, { sizes: [15, ...smallSizes], top: from, gap: 0.35 }),
      this.plain(texts.issuedOn, { sizes: [17, ...smallSizes], top: from, gap: 0.9 }),
    ];
  }

  /** The head's name ends directly above the seal, so that its last character stays legible. */
  private head(text: string): Strip {
    const { top, bottom } = this.paper;
    const foot = bottom - sealSize - 1;
    const start = top + (bottom - top) * 0.3;
    const set = this.set(text, {
      sizes: [20, 19, 18, 17, ...smallSizes],
      height: foot - start,
      width: 26,
      pitch: 1.35,
      align: 'bottom',
    });
    const width = Math.max(set.width, sealSize);
    return { width, gap: 0, draw: (right) => [set.block(right - (width - set.width) / 2, start)] };
  }
}

/** Names with few characters are widely spaced. */
function nameSpacing(name: string): number {
  const length = [...name.replace(/[\s\u3000]/gu, '')].length;
  if (length <= 4) return 1.35;
  return length <= 7 ? 1.2 : 1.06;
}
