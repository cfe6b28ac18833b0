import { readFileSync } from 'node:fs';

import * as fontkit from 'fontkit';

const variationSelectors = /^(.)([\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])$/u;

/** What one font can draw: characters, and characters together with a variation selector (cmap format 14). */
export interface FontCoverage {
  readonly family: string;
  hasCharacter(codePoint: number): boolean;
  hasVariant(codePoint: number, selector: number): boolean;
  /** Selectors whose form of the character differs from the font's usual one; each form once. */
  variantsOf(codePoint: number): number[];
}

/** A font with known character widths. */
export interface MeasuredFont extends FontCoverage {
  /** The width of a text in em, character by character (no kerning). */
  advanceOf(text: string): number;
}

/** A piece of text and the font family that can draw all of it. */
export interface FontRun {
  family: string;
  text: string;
}

/**
 * Reads which characters a TrueType font covers and their widths. `family` is the name by which the typesetter knows
 * it.
 */
export function readCoverage(path: string, family: string): MeasuredFont {
  const font = fontkit.openSync(path) as fontkit.Font;
  const variants = readVariationSequences(readFileSync(path));
  // Looked up for every character of every sheet; bounded by the number of characters in the font
  const widths = new Map<number, number>();
  const widthOf = (codePoint: number) => {
    let width = widths.get(codePoint);
    if (width === undefined) {
      width = font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).advanceWidth : -1;
      if (width >= 0) widths.set(codePoint, width);
    }
    return width;
  };
  return {
    family,
    hasCharacter: (codePoint) => widthOf(codePoint) >= 0,
    hasVariant: (codePoint, selector) => {
      const found = variants.get(selector);
      if (!found) return false;
      return (
        found.glyphs.has(codePoint) ||
        found.defaults.some(([from, to]) => codePoint >= from && codePoint <= to)
      );
    },
    variantsOf: (codePoint) => {
      const forms = new Map<number, number>();
      for (const selector of [...variants.keys()].sort((a, b) => a - b)) {
        const glyph = variants.get(selector)!.glyphs.get(codePoint);
        if (glyph !== undefined && !forms.has(glyph)) forms.set(glyph, selector);
      }
      forms.delete(font.glyphForCodePoint(codePoint).id);
      return [...forms.values()];
    },
    advanceOf: (text) =>
      [...text].reduce((sum, c) => sum + Math.max(0, widthOf(c.codePointAt(0)!)), 0) / font.unitsPerEm,
  };
}

/** The characters (with their selectors) of a text that none of the fonts can draw; empty if it can be printed. */
export function undrawableIn(text: string, fonts: readonly FontCoverage[]): string[] {
  return [...new Set(clustersOf(text).filter((cluster) => !fontFor(cluster, fonts)))];
}

/** Splits the text into runs, each with the first font that draws all its characters as registered. */
export function fontRunsOf(text: string, fonts: readonly FontCoverage[]): FontRun[] {
  const runs: FontRun[] = [];
  for (const cluster of clustersOf(text)) {
    const family = fontFor(cluster, fonts)?.family ?? fonts[0]?.family ?? '';
    const last = runs.at(-1);
    if (last?.family === family) last.text += cluster;
    else runs.push({ family, text: cluster });
  }
  return runs;
}

/** The character and the variation selector of a cluster; undefined if it has no selector. */
export function variantOf(cluster: string): { base: number; selector: number } | undefined {
  const found = variationSelectors.exec(cluster);
  return found ? { base: found[1]!.codePointAt(0)!, selector: found[2]!.codePointAt(0)! } : undefined;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

function clustersOf(text: string): string[] {
  return [...segmenter.segment(text)].map((part) => part.segment);
}

function fontFor(cluster: string, fonts: readonly FontCoverage[]): FontCoverage | undefined {
  const variant = variantOf(cluster);
  if (variant) return fonts.find((font) => font.hasVariant(variant.base, variant.selector));
  const codePoints = [...cluster].map((c) => c.codePointAt(0)!);
  return fonts.find((font) => codePoints.every((codePoint) => font.hasCharacter(codePoint)));
}

interface VariationSequences {
  defaults: [from: number, to: number][];
  /** Glyph ids by character. */
  glyphs: Map<number, number>;
}

/**
 * The variation sequences of a font (OpenType, cmap subtable format 14). Font libraries silently fall back to the base
 * glyph if a sequence is missing, which on a certificate would print another person's kanji.
 */
function readVariationSequences(font: Buffer): Map<number, VariationSequences> {
  const found = new Map<number, VariationSequences>();
  const at = variationSubtableOf(font);
  if (at === undefined) return found;
  const records = font.readUInt32BE(at + 6);
  for (let i = 0; i < records; i += 1) {
    const record = at + 10 + i * 11;
    const defaults = font.readUInt32BE(record + 3);
    const others = font.readUInt32BE(record + 7);
    found.set(font.readUIntBE(record, 3), {
      defaults: defaults ? defaultRanges(font, at + defaults) : [],
      glyphs: new Map(others ? mappedCharacters(font, at + others) : []),
    });
  }
  return found;
}

function variationSubtableOf(font: Buffer): number | undefined {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i += 1) {
    const entry = 12 + i * 16;
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(entry + 8);
    for (let j = 0; j < font.readUInt16BE(cmap + 2); j += 1) {
      const subtable = cmap + font.readUInt32BE(cmap + 4 + j * 8 + 4);
      if (font.readUInt16BE(subtable) === 14) return subtable;
    }
  }
  return undefined;
}

function defaultRanges(font: Buffer, at: number): [number, number][] {
  return Array.from({ length: font.readUInt32BE(at) }, (_, i) => {
    const from = font.readUIntBE(at + 4 + i * 4, 3);
    return [from, from + font.readUInt8(at + 4 + i * 4 + 3)] as [number, number];
  });
}

function mappedCharacters(font: Buffer, at: number): [codePoint: number, glyph: number][] {
  return Array.from({ length: font.readUInt32BE(at) }, (_, i) => {
    const mapping = at + 4 + i * 5;
    return [font.readUIntBE(mapping, 3), font.readUInt16BE(mapping + 3)] as [number, number];
  });
}
