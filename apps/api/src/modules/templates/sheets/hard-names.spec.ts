import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import { name as nameField } from '@kizuna/shared/contracts/fields';
import * as fontkit from 'fontkit';

import { hardNames } from '../../../../test/builders/hard-names.js';
import { sheetFonts, shippedFonts } from '../glyphs/fonts.js';
import { fontRunsOf, readCoverage, variantOf } from '../glyphs/glyphs.js';
import { Typesetting } from '../typesetting/typesetting.js';

const refusedByFonts = [
  ...[
    '渡邉\u{e0102}',
    '渡邉\u{e0105}',
    '辻\u{e01ef}',
    '禰\ufe0e',
    '花子👵',
    '👩\u200d🌾',
    '花子 \u{10380}',
    '김성호',
    'عمر',
  ],
  ...['a\u200bb', '\u{1d49c}'],
];
const refusedByContract = [
  ...['花子\u202e子花', 'a\u0000b', 'a\u0007', 'a\nb', '\ud842', ' \u3000 ', '長'.repeat(201)],
];

const words = {
  copy: 1,
  number: '令和8年度 入門 第12号',
  body: '課程を証します。',
  completedOn: '2026-11-20',
  preview: false,
  issuedOn: '2026-11-23',
  issuer: '協議会',
  issuerHead: '会長',
  verifyUrl: 'https://kizuna.example.jp/v/ABCDE12345',
  verifyCode: 'ABCDE-12345',
};
const withoutSpaces = (text: string) => text.replace(/\s/gu, '');

let reader: PDFiumLibrary;
beforeAll(async () => {
  reader = await PDFiumLibrary.init();
});
afterAll(() => reader.destroy());

/** The name as a PDF reader copies it, and the page's pixels (one byte each, 0 is black). */
async function read(pdf: Buffer) {
  const document: PDFiumDocument = await reader.loadDocument(pdf);
  try {
    const page = document.getPage(0);
    const text = withoutSpaces(page.getText());
    const { data, width, height } = await page.render({ scale: 1, render: 'bitmap' });
    const grey = Buffer.from(Array.from({ length: width * height }, (_, i) => data[i * 4 + 1]!));
    const name = text.slice(text.indexOf('修了証') + 3, text.lastIndexOf('殿'));
    return { name, pages: document.getPageCount(), grey, width, height };
  } finally {
    document.destroy();
  }
}
type Sheet = Awaited<ReturnType<typeof read>>;

/** Dark pixels of the band that contains the name, below the title; `fromEdge` counts only its outer parts. */
function inkOf({ grey, width, height }: Sheet, fromEdge = width): number {
  let ink = 0;
  for (let y = Math.round(height * 0.28); y < height * 0.4; y += 1)
    for (let x = 0; x < width; x += 1)
      if (Math.min(x, width - 1 - x) < fromEdge && grey[y * width + x]! < 160) ink += 1;
  return ink;
}

const installed = sheetFonts();
const sets = [
  ['the shipped fonts', shippedFonts] as const,
  // The same on a system that has IPAmj明朝
  ...(installed.length > shippedFonts.length ? [['an installed font besides', installed] as const] : []),
];

describe.each(sets)('hard names with %s', (_, fonts) => {
  const typesetting = new Typesetting(fonts);
  const coverage = fonts.map((font) => readCoverage(font.path, font.family));
  const files = new Map(fonts.map(({ family, path }) => [family, fontkit.openSync(path) as fontkit.Font]));
  const sheetOf = (name: string) => read(typesetting.render({ ...words, name }));
  const glyphs = (text: string) =>
    fontRunsOf(text, coverage).flatMap(({ family, text: run }) =>
      files
        .get(family)!
        .glyphsForString(run)
        .map((glyph) => glyph.id),
    );
  let blank: Sheet;
  beforeAll(async () => {
    blank = await sheetOf('\u3000');
  });

  it.each(hardNames)('prints %j as it is registered', async (name) => {
    expect(nameField.parse(name)).toBe(name);
    expect(typesetting.undrawableIn(name)).toEqual([]);
    expect(typesetting.alternativesIn(name)).toEqual([]);
    expect(glyphs(name)).not.toContain(0);
    const sheet = await sheetOf(name);
    expect(sheet.name).toBe(withoutSpaces(name));
    expect(sheet.pages).toBe(1);
    expect(inkOf(sheet)).toBeGreaterThan(inkOf(blank));
    // Nothing is cut off at the edge of the paper: the outer 20 mm contain only the frame
    expect(inkOf(sheet, 57)).toBe(inkOf(blank, 57));
  });

  it.each(refusedByFonts)('refuses %j, and offers only what it can print', (name) => {
    expect(typesetting.undrawableIn(nameField.parse(name))).not.toEqual([]);
    const alternatives = typesetting.alternativesIn(name);
    expect(alternatives.map(({ character }) => character)).toEqual(typesetting.undrawableIn(name));
    for (const { character, choices } of alternatives) {
      expect(choices.filter((choice) => typesetting.undrawableIn(choice).length > 0)).toEqual([]);
      expect(choices.length > 0).toBe(variantOf(character) !== undefined);
    }
  });

  it.each(refusedByContract)('never hears of %j', (name) => {
    expect(nameField.safeParse(name).success).toBe(false);
  });

  it('draws another picture where only the variation selector differs', async () => {
    const pairs = ['辻', '葛', '祇', '邉'].flatMap((base) => {
      const { choices } = typesetting.alternativesIn(`${base}\u{e01ef}`)[0]!;
      return choices.slice(1).map((choice) => [base, choice] as const);
    });
    expect(pairs.length).toBeGreaterThanOrEqual(2);
    for (const [base, choice] of pairs) {
      const [usual, other] = [await sheetOf(base), await sheetOf(choice)];
      expect([usual.name, other.name]).toEqual([base, choice]);
      expect(other.grey.equals(usual.grey)).toBe(false);
    }
  });
});
