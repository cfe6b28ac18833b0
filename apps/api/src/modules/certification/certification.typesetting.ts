import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { lengthInCharacters } from '@kizuna/shared/rules/text';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Injectable } from '@nestjs/common';
import qrcode from 'qrcode-generator';

import { fontRunsOf, readCoverage, undrawableIn, type FontCoverage } from './certification.glyphs.js';
import { sheetSource, sheetWords, type CertificateText } from './certification.template.js';

const require = createRequire(import.meta.url);
const fileOf = (name: string, file: string) => join(dirname(require.resolve(`${name}/package.json`)), file);

/** The fonts of the sheet, in the order in which they are asked: BIZ UD明朝 first, Noto Serif JP for what it lacks. */
const fonts = [
  {
    family: 'BIZ UDPMincho',
    path: fileOf('@expo-google-fonts/biz-udpmincho', '400Regular/BIZUDPMincho_400Regular.ttf'),
  },
  {
    family: 'Noto Serif JP',
    path: fileOf('@expo-google-fonts/noto-serif-jp', '400Regular/NotoSerifJP_400Regular.ttf'),
  },
];

/** Sets certificates as PDF (A4, embedded subset fonts, selectable and tagged text; PDF/A-2a). Same input, same bytes. */
@Injectable()
export class CertificateTypesetting {
  private compiler: NodeCompiler | undefined;
  private coverage: FontCoverage[] | undefined;

  /** Characters of the text (with their variation selectors) that no shipped font can draw. */
  undrawableIn(text: string): string[] {
    return undrawableIn(text, this.fontCoverage());
  }

  /** The sheet as PDF bytes. Refuse undrawable names before calling this. */
  render(text: CertificateText): Buffer {
    this.compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fonts.map((font) => font.path) }] });
    const inputs = { certificate: JSON.stringify(this.sheetData(text)) };
    const pdf = this.compiler.pdf(
      { mainFileContent: sheetSource, inputs },
      { pdfStandard: 'a-2a', creationTimestamp: Date.parse(`${text.issuedOnDate}T00:00:00+09:00`) / 1000 },
    );
    // The compiler memoises layouts; what was not used for ten documents is dropped, so a bulk issue stays small
    this.compiler.evictCache(10);
    return pdf;
  }

  private sheetData(text: CertificateText) {
    const runs = (value: string) => fontRunsOf(value, this.fontCoverage());
    return {
      ...text,
      title: sheetWords.title,
      date: text.issuedOnDate.split('-').map(Number),
      words: sheetWords,
      fonts: fonts.map((font) => font.family),
      copyLine: text.copy > 1 ? sheetWords.reissued(text.copy) : '',
      numberRuns: runs(text.number),
      nameRuns: runs(text.name),
      nameLength: lengthInCharacters(text.name),
      bodyRuns: runs(text.body),
      issuerRuns: runs(text.issuer),
      headRuns: runs(text.issuerHead),
      seal: sheetWords.seal.map((column) => [...column]),
      qr: qrSvg(text.verifyUrl),
    };
  }

  private fontCoverage(): FontCoverage[] {
    this.coverage ??= fonts.map((font) => readCoverage(font.path, font.family));
    return this.coverage;
  }
}

/** The address as an SVG picture of a QR code, error correction M, four modules of quiet zone. */
function qrSvg(address: string): string {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  return code.createSvgTag({ cellSize: 4, margin: 16, scalable: true });
}
