import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { sheetLayouts, type SheetLayout } from '@kizuna/shared/vocabulary/sheets';

import { hardNames } from '../../../test/builders/hard-names.js';
import { aSheet } from '../../../test/builders/sheet.js';
import { standardDesign } from './templates.sheet-text.js';
import { Typesetting } from './templates.typesetting.js';

/** Of the pictures, in pixels for a point: coarse, since it is asked only where something stands. */
const scale = 0.5;
const typesetting = new Typesetting();
const withoutSpaces = (text: string) => text.replace(/\s/gu, '');

let reader: PDFiumLibrary;
beforeAll(async () => {
  reader = await PDFiumLibrary.init();
});
afterAll(() => reader.destroy());

/** What a PDF reader copies of a sheet, and its picture: one byte for each pixel, 0 is black. */
async function sheetOf(layout: SheetLayout, name: string) {
  const pdf = typesetting.render({ ...aSheet, name }, { design: { ...standardDesign, layout } });
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
/** Turned and cut over two columns: PDFium guesses the order of its lines then, whatever the order in the file. */
const longWord = /[!-~]{19,}/;

const points = (mm: number) => Math.round((scale * mm * 72) / 25.4);

/** Outside of what the frame of the layout encloses, nothing of a name may be seen. */
function isOutside(layout: SheetLayout, x: number, y: number, { width, height }: Sheet): boolean {
  const [left, top, right, bottom] =
    layout === 'card'
      ? [points(62.2 + 2), points(60 + 2), points(62.2 + 83.6), points(60 + 52)]
      : [points(13), points(13), width - points(13), height - points(13)];
  return x < left || x >= right || y < top || y >= bottom;
}

/** Pixels in which two sheets differ, inside of the frame and outside. */
function differences(layout: SheetLayout, one: Sheet, other: Sheet) {
  let [inside, outside] = [0, 0];
  for (let y = 0; y < one.height; y += 1)
    for (let x = 0; x < one.width; x += 1) {
      const at = y * one.width + x;
      if (Math.abs(one.grey[at]! - other.grey[at]!) < 16) continue;
      if (isOutside(layout, x, y, one)) outside += 1;
      else inside += 1;
    }
  return { inside, outside };
}

// The ordinary sheet is looked at more closely by templates.hard-names.spec.ts
describe.each(sheetLayouts.filter((layout) => layout !== 'plain'))(
  'hard names in the layout %s',
  (layout) => {
    let blank: Sheet;
    beforeAll(async () => {
      blank = await sheetOf(layout, '\u3000');
    });

    it.each(hardNames)('prints %j whole: to be copied, to be seen, and inside of the frame', async (name) => {
      const sheet = await sheetOf(layout, name);
      expect(sheet.pages).toBe(1);
      // Nothing is lost, and nothing stands there twice
      expect(letters(sheet.text)).toEqual(letters(blank.text + withoutSpaces(name)));
      if (!longWord.test(name)) expect(sheet.text).toContain(withoutSpaces(name));
      const { inside, outside } = differences(layout, sheet, blank);
      expect(inside).toBeGreaterThan(0);
      expect(outside).toBe(0);
    });
  },
);
