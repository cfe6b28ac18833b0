import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { sheetLayouts, type SheetLayout } from '@kizuna/shared/vocabulary/templates';

import { hardNames } from '../../../../test/builders/hard-names.js';
import { aSheet } from '../../../../test/builders/sheet.js';
import { Typesetting } from '../typesetting/typesetting.js';
import { standardDesign } from './sheet-text.js';

/** The scale of the pictures, in pixels per point: coarse, because only the position of ink matters. */
const scale = 0.5;
const typesetting = new Typesetting();
const withoutSpaces = (text: string) => text.replace(/\s/gu, '');

let reader: PDFiumLibrary;
beforeAll(async () => {
  reader = await PDFiumLibrary.init();
});
afterAll(() => reader.destroy());

/** What a PDF reader copies from a sheet, and its picture: one byte per pixel, 0 is black. */
async function sheetOf(layout: SheetLayout, name: string, verifyUrl = aSheet.verifyUrl) {
  const pdf = typesetting.render({ ...aSheet, name, verifyUrl }, { design: { ...standardDesign, layout } });
  const document = await reader.loadDocument(pdf);
  try {
    const page = document.getPage(0);
    const text = withoutSpaces(page.getText());
    const { data, width, height } = await page.render({ scale, render: 'bitmap' });
    const grey = Buffer.alloc(width * height);
    for (let i = 0; i < grey.length; i += 1) grey[i] = data[i * 4 + 1]!;
    return { text, pages: document.getPageCount(), grey, width, height };
  } finally {
    document.destroy();
  }
}
type Sheet = Awaited<ReturnType<typeof sheetOf>>;

const letters = (text: string) => [...text].toSorted();
/** Rotated and split over two columns: PDFium then guesses the order of its lines, whatever the order in the file. */
const longWord = /[!-~]{19,}/;

const points = (mm: number) => Math.round((scale * mm * 72) / 25.4);

/** No part of a name may be visible outside the frame of the layout. */
function isOutside(layout: SheetLayout, x: number, y: number, { width, height }: Sheet): boolean {
  const [left, top, right, bottom] =
    layout === 'card'
      ? [points(62.2 + 2), points(60 + 2), points(62.2 + 83.6), points(60 + 52)]
      : [points(13), points(13), width - points(13), height - points(13)];
  return x < left || x >= right || y < top || y >= bottom;
}

const differsAt = (one: Sheet, other: Sheet, at: number) => Math.abs(one.grey[at]! - other.grey[at]!) >= 16;

/** Pixels in which two sheets differ: inside the frame, outside it, and those covered by a code. */
function differences(layout: SheetLayout, one: Sheet, other: Sheet, ofCode: ReadonlySet<number>) {
  let [inside, outside, onCode] = [0, 0, 0];
  for (let y = 0; y < one.height; y += 1)
    for (let x = 0; x < one.width; x += 1) {
      const at = y * one.width + x;
      if (!differsAt(one, other, at)) continue;
      if (ofCode.has(at)) onCode += 1;
      if (isOutside(layout, x, y, one)) outside += 1;
      else inside += 1;
    }
  return { inside, outside, onCode };
}

// The ordinary sheet is tested in more detail by templates.hard-names.spec.ts
describe.each(sheetLayouts.filter((layout) => layout !== 'plain'))(
  'hard names in the layout %s',
  (layout) => {
    let blank: Sheet;
    /** The pixels that depend on the address: the QR code, and the address as text. */
    let ofCode: Set<number>;
    beforeAll(async () => {
      blank = await sheetOf(layout, '\u3000');
      const other = await sheetOf(layout, '\u3000', aSheet.verifyUrl.replace(/.{10}$/, 'ZYXWV98765'));
      ofCode = new Set([...blank.grey.keys()].filter((at) => differsAt(blank, other, at)));
      expect(ofCode.size).toBeGreaterThan(100);
    });

    it.each(hardNames)(
      'prints %j whole: to be copied, to be seen, inside of the frame, and not on the code',
      async (name) => {
        const sheet = await sheetOf(layout, name);
        expect(sheet.pages).toBe(1);
        // Nothing is lost, and nothing is duplicated
        expect(letters(sheet.text)).toEqual(letters(blank.text + withoutSpaces(name)));
        if (!longWord.test(name)) expect(sheet.text).toContain(withoutSpaces(name));
        const { inside, outside, onCode } = differences(layout, sheet, blank, ofCode);
        expect(inside).toBeGreaterThan(0);
        expect([outside, onCode]).toEqual([0, 0]);
      },
    );
  },
);
