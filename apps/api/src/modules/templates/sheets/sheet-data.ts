import { lengthInCharacters } from '@kizuna/shared/rules/text';
import { isVertical, type SheetLayout } from '@kizuna/shared/vocabulary/templates';
import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import qrcode from 'qrcode-generator';

import { fontRunsOf, undrawableIn, type FontRun, type MeasuredFont } from '../glyphs/glyphs.js';
import { borderSvg } from './sheet-border.js';
import type { CertificateText, SheetOptions } from './sheet-text.js';
import { sheetDate, sheetNumber, wordsOf } from './sheet-words.js';
import { VerticalComposition } from './vertical-composition.js';
import { sealSize, verticalPapers } from './vertical-paper.js';

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The fonts of a design: those for its texts in order of preference, and those for its title and seal. */
export interface SheetTypefaces {
  text: readonly MeasuredFont[];
  display: readonly MeasuredFont[];
}

/** Everything that the source of a layout draws, as plain data. A reading that cannot be printed is omitted. */
export function sheetDataOf(
  text: CertificateText,
  design: SheetDesign,
  fonts: SheetTypefaces,
  options: Pick<SheetOptions, 'blankName'>,
) {
  const runs = (value: string) => fontRunsOf(value, fonts.text);
  const words = wordsOf(design.language);
  const kana = undrawableIn(text.kana ?? '', fonts.text).length > 0 ? '' : (text.kana ?? '');
  const printed = printedTexts({ ...text, kana }, design, options.blankName ?? false);
  return {
    title: design.title,
    number: text.number,
    issuer: text.issuer,
    description: words.description(design.title, text.issuer),
    date: text.issuedOn.split('-').map(Number),
    words,
    fonts: fonts.text.map((font) => font.family),
    preview: text.preview,
    honorific: design.honorific,
    bornOn: printed.bornOn,
    completedOn: printed.completedOn,
    issuedOn: printed.issuedOn,
    copyLine: printed.copy,
    titleRuns: fontRunsOf(design.title, fonts.display),
    titleTracking: titleTracking(design),
    numberRuns: runs(printed.number),
    nameRuns: nameRuns(printed.name, fonts.text).flatMap(breakable),
    nameLength: lengthInCharacters(printed.name),
    kanaRuns: runs(printed.kana),
    bodyParts: text.body
      .split(/\n+/u)
      .filter((part) => part.trim() !== '')
      .map(runs),
    issuerRuns: runs(text.issuer),
    headRuns: runs(text.issuerHead),
    seal: design.seal.kind === 'drawn' ? sealColumns(design.seal.text, fonts.display) : [],
    qr: qrSvg(text.verifyUrl),
    qrPlace: design.qr,
    verifyUrl: text.verifyUrl,
    verifyCode: text.verifyCode,
    border: borderOf(design),
    ...(isVertical(design.layout) ? verticalData(printed, design, fonts) : {}),
  };
}

/** The drawn seal as columns from right to left. */
function sealColumns(text: string, fonts: readonly MeasuredFont[]): FontRun[][] {
  const cells = [...segmenter.segment(text)].flatMap(({ segment }) => fontRunsOf(segment, fonts));
  const rows = Math.ceil(cells.length / Math.max(1, Math.floor(Math.sqrt(cells.length))));
  return Array.from({ length: Math.ceil(cells.length / rows) }, (_, at) =>
    cells.slice(at * rows, (at + 1) * rows),
  );
}

type PrintedTexts = ReturnType<typeof printedTexts>;

/** Each text as printed: empty if the design omits it, with numbers in the design's style. */
function printedTexts(text: CertificateText, design: SheetDesign, blankName: boolean) {
  const words = wordsOf(design.language);
  const date = (day: string) => sheetDate(day, design);
  return {
    number: design.showNumber ? sheetNumber(text.number, design) : '',
    copy: text.copy > 1 ? sheetNumber(words.reissued(text.copy), design) : '',
    title: design.title,
    // A blank takes the same space, so that the paper looks the same with a handwritten name
    name: blankName ? '\u3000'.repeat(6) : text.name,
    kana: design.showKana && !blankName ? (text.kana ?? '') : '',
    honorific: design.honorific,
    bornOn: design.showBirthDate && text.bornOn ? words.bornOn(date(text.bornOn)) : '',
    body: text.body,
    completedOn: design.showCompletedOn ? date(text.completedOn) : '',
    issuedOn: date(text.issuedOn),
    issuer: text.issuer,
    head: text.issuerHead,
  };
}

function verticalData(printed: PrintedTexts, design: SheetDesign, fonts: SheetTypefaces) {
  const paper = verticalPapers[design.layout === 'portrait' ? 'portrait' : 'landscape'];
  const words = wordsOf(design.language);
  const advance = (value: string, family: string) =>
    [...fonts.text, ...fonts.display].find((font) => font.family === family)?.advanceOf(value) ?? 1;
  const composition = new VerticalComposition(paper, design.qr, advance, {
    text: (value) => fontRunsOf(value, fonts.text),
    name: (value) => nameRuns(value, fonts.text),
    title: (value) => fontRunsOf(value, fonts.display),
  });
  const both = printed.completedOn !== '';
  const sheet = composition.compose({
    ...printed,
    completedOn: both ? `${words.completedOn}\u3000${printed.completedOn}` : '',
    issuedOn: both ? `${words.issuedOn}\u3000${printed.issuedOn}` : printed.issuedOn,
  });
  return {
    page: { width: paper.width, height: paper.height },
    blocks: sheet.blocks,
    sealAt: sheet.seal,
    sealSize,
    verifyAt: sheet.verify,
    logoAt: sheet.logo,
  };
}

/**
 * A name in which a font of the design lacks a character is set entirely in the next font that has all of them: two
 * typefaces in one name look like a mistake.
 */
function nameRuns(name: string, fonts: readonly MeasuredFont[]): FontRun[] {
  const runs = fontRunsOf(name, fonts);
  const whole = fonts.map((_, at) => fontRunsOf(name, fonts.slice(at))).find((each) => each.length === 1);
  return runs.length > 1 && fonts[0]?.family === gothicFamily && whole ? whole : runs;
}

const gothicFamily = 'BIZ UDPGothic';

function titleTracking({ title }: SheetDesign): number {
  const length = lengthInCharacters(title);
  if (length > 8) return 0.02;
  return length <= 4 ? 0.5 : 0.2;
}

const borderSizes: Readonly<Record<SheetLayout, [width: number, height: number, inset: number]>> = {
  plain: [210, 297, 12],
  portrait: [210, 297, 11],
  landscape: [297, 210, 11],
  card: [85.6, 54, 2.2],
};

function borderOf(design: SheetDesign): string | undefined {
  return borderSvg(design.border, ...borderSizes[design.layout]);
}

/** Nineteen letters without a space may be wider than a line at the size used for a name of that length. */
const longWord = /((?:[\u0021-\u024f]|[\u0300-\u052f]|[\u1e00-\u1fff]){19,})/u;

/** Non-Japanese scripts allow no line break inside a word; a long one would run off the paper. */
export function breakable(run: FontRun): (FontRun & { mayBreak?: true })[] {
  if (!longWord.test(run.text)) return [run];
  return run.text
    .split(longWord)
    .filter((part) => part !== '')
    .flatMap((part) =>
      longWord.test(part)
        ? [...segmenter.segment(part)].map(({ segment }) => ({
            ...run,
            text: segment,
            mayBreak: true as const,
          }))
        : [{ ...run, text: part }],
    );
}

/** The address as an SVG picture of a QR code, error correction M, with a quiet zone of four modules. */
export function qrSvg(address: string): string {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  return code.createSvgTag({ cellSize: 4, margin: 16, scalable: true });
}
