import {
  mostDocumentPages,
  type DocumentFault,
  type MaterialKind,
  type MaterialState,
  documentFaults,
} from '@kizuna/shared/vocabulary/materials';
import type { OfficeMaterialView } from '@kizuna/shared/contracts/materials';

/** The limits for reading one PDF. */
export interface ReadingLimits {
  pages: number;
  /** Edges of a page in points (1/72 inch): from half an inch to a poster of 1.4 m. */
  leastPoints: number;
  mostPoints: number;
  /** Memory of the reading process. */
  residentBytes: number;
  totalMs: number;
}

export const readingLimits: ReadingLimits = {
  pages: mostDocumentPages,
  leastPoints: 36,
  mostPoints: 4000,
  residentBytes: 1_200_000_000,
  totalMs: 10 * 60_000,
};

/** After this many attempts that killed the worker, a document counts as impossible to read in time. */
export const mostAttempts = 4;

/** The files of a page, relative to the document's scope; the same names as in document.process.ts. */
export function pageFiles(number: number): { small: string; large: string; jpeg: string } {
  const name = `p${String(number).padStart(3, '0')}`;
  return { small: `${name}-800.webp`, large: `${name}-1600.webp`, jpeg: `${name}.jpg` };
}

/** The file as uploaded, relative to the document's scope. */
export const originalFile = 'document.pdf';

/** Changes when pages are drawn differently, so that addresses cached by browsers never show another rendering. */
const drawing = 'a';

/** The scope of a document in the blob store. @param hash of its content, hexadecimal */
export function scopeOf(hash: string): string {
  return `materials/${drawing}${hash.slice(0, 40)}`;
}

/** Whether a value is one of the fault codes for which the web has a message. */
export function isDocumentFault(word: unknown): word is DocumentFault {
  return documentFaults.some((fault) => fault === word);
}

/**
 * Control characters, bidirectional overrides and lone surrogates, which would change how the text around them reads.
 */
// eslint-disable-next-line no-control-regex -- these characters are what is looked for
const unreadable = /[\0-\x09\x0B-\x1F\x7F-\x9F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;
const ends = /[。．.！!？?」』)）:：]$/;
/** A line of at least this many characters counts as full, i.e. broken by the margin and not by its author … */
const fullLine = 18;
/** … if it is also at least this share of the longest line of the page; small print is longer than the text. */
const fullShare = 0.6;

/**
 * Cleans the extracted text of a page: no control characters, lines broken by the margin joined, and at most one empty
 * line in a row. Rare characters in names are preserved: nothing is normalised.
 */
export function readableText(extracted: string): string {
  const lines = extracted
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .replace(unreadable, '')
    .split('\n')
    .map((line) => line.trim());
  const longest = lines.reduce((most, line) => Math.max(most, [...line].length), 0);
  const full = Math.max(fullLine, longest * fullShare);
  const joined: string[] = [];
  lines.forEach((line, index) => {
    const above = lines[index - 1] ?? '';
    if ([...above].length >= full && !ends.test(above) && isJapanese(above, line)) {
      joined.push((joined.pop() ?? '') + line);
    } else if (line || joined.at(-1)) joined.push(line);
  });
  return joined.join('\n').trim().slice(0, 20_000);
}

function isJapanese(before: string, after: string): boolean {
  return /[\u3000-\u30FF\u3400-\u9FFF]$/.test(before) && /^[\u3000-\u30FF\u3400-\u9FFF]/.test(after);
}

/** The pages with empty text, counted from 1: they would be inaccessible to people who cannot see the image. */
export function pagesWithoutText(texts: readonly string[]): number[] {
  return texts.flatMap((text, index) => (text.trim() === '' ? [index + 1] : []));
}

/** Why a document cannot be published. @param texts of the newest prepared version; null if there is none */
export function obstaclesOf(texts: readonly string[] | null): OfficeMaterialView['obstacles'] {
  if (texts === null) return ['no_document'];
  return pagesWithoutText(texts).length > 0 ? ['pages_without_text'] : [];
}

/** The page to continue at: never beyond the end of a newer, shorter version. */
export function placeIn(page: number, pageCount: number): number {
  return Math.min(page, pageCount);
}

/** Whether a material lesson may show a material. */
export function fitsLesson(
  material: { state: MaterialState; kind: MaterialKind; courseId: string | null },
  lesson: { kind: string; courseId: string } | null,
): boolean {
  if (material.state !== 'published' || lesson?.kind !== 'material') return false;
  return material.courseId === null || material.courseId === lesson.courseId;
}
