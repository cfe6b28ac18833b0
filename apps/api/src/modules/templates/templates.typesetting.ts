import { lengthInCharacters } from '@kizuna/shared/rules/text';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Inject, Injectable, Optional } from '@nestjs/common';
import qrcode from 'qrcode-generator';

import { alternativesIn, type Alternative } from './templates.alternatives.policy.js';
import { sheetFonts, sheetFontsKey, type SheetFont } from './templates.fonts.js';
import {
  fontRunsOf,
  readCoverage,
  undrawableIn,
  type FontCoverage,
  type FontRun,
} from './templates.glyphs.js';
import { sheetSource, sheetWords, type CertificateText } from './templates.sheet.js';

/** Sets certificates as PDF (A4, embedded subset fonts, selectable and tagged text; PDF/A-2a). Same input, same bytes. */
@Injectable()
export class Typesetting {
  private compiler: NodeCompiler | undefined;
  private coverage: FontCoverage[] | undefined;

  constructor(
    @Optional() @Inject(sheetFontsKey) private readonly fonts: readonly SheetFont[] = sheetFonts(),
  ) {}

  /** Characters of the text (with their variation selectors) that no font of the sheet can draw. */
  undrawableIn(text: string): string[] {
    return undrawableIn(text, this.fontCoverage());
  }

  /** What can be printed instead of each of those characters, once the person agrees. */
  alternativesIn(text: string): Alternative[] {
    return alternativesIn(text, this.fontCoverage());
  }

  /**
   * The sheet as PDF bytes. Refuse undrawable names before calling this, or leave the name's place blank for the brush.
   */
  render(text: CertificateText, { blankName = false }: { blankName?: boolean } = {}): Buffer {
    this.compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: this.fonts.map((font) => font.path) }] });
    const inputs = { certificate: JSON.stringify(this.sheetData(text, blankName)) };
    const pdf = this.compiler.pdf(
      { mainFileContent: sheetSource, inputs },
      { pdfStandard: 'a-2a', creationTimestamp: Date.parse(`${text.issuedOnDate}T00:00:00+09:00`) / 1000 },
    );
    // The compiler memoises layouts; what was not used for ten documents is dropped, so a bulk issue stays small
    this.compiler.evictCache(10);
    return pdf;
  }

  private sheetData(text: CertificateText, blankName: boolean) {
    const runs = (value: string) => fontRunsOf(value, this.fontCoverage());
    return {
      ...text,
      title: sheetWords.title,
      date: text.issuedOnDate.split('-').map(Number),
      words: sheetWords,
      fonts: this.fonts.map((font) => font.family),
      copyLine: text.copy > 1 ? sheetWords.reissued(text.copy) : '',
      numberRuns: runs(text.number),
      name: blankName ? '' : text.name,
      nameRuns: blankName ? [] : runs(text.name).flatMap(breakable),
      nameLength: blankName ? 0 : lengthInCharacters(text.name),
      bodyRuns: runs(text.body),
      issuerRuns: runs(text.issuer),
      headRuns: runs(text.issuerHead),
      seal: sheetWords.seal.map((column) => [...column]),
      qr: qrSvg(text.verifyUrl),
    };
  }

  private fontCoverage(): FontCoverage[] {
    this.coverage ??= this.fonts.map((font) => readCoverage(font.path, font.family));
    return this.coverage;
  }
}

/** Nineteen letters without a space may be wider than a line at the size in which a name of their length is set. */
const longWord = /((?:[\u0021-\u024f]|[\u0300-\u052f]|[\u1e00-\u1fff]){19,})/u;

/** Letters of other scripts than Japanese have no place for a new line inside a word; a long one would leave the paper. */
function breakable(run: FontRun): (FontRun & { mayBreak?: true })[] {
  if (!longWord.test(run.text)) return [run];
  const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' });
  return run.text
    .split(longWord)
    .filter((part) => part !== '')
    .flatMap((part) =>
      longWord.test(part)
        ? [...letters.segment(part)].map(({ segment }) => ({
            ...run,
            text: segment,
            mayBreak: true as const,
          }))
        : [{ ...run, text: part }],
    );
}

/** The address as an SVG picture of a QR code, error correction M, four modules of quiet zone. */
function qrSvg(address: string): string {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  return code.createSvgTag({ cellSize: 4, margin: 16, scalable: true });
}
