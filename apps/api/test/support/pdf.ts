import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsqr from 'jsqr';

// A CommonJS package whose types know of its default export only
const readQr = jsqr as unknown as typeof jsqr.default;
const pointsOfMillimetre = 72 / 25.4;

/** A part of a page in millimetres from its upper left corner. */
export interface PagePart {
  page: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface OpenedPdf {
  /** The text of each page without spaces, in the order of the content. */
  texts: string[];
  /** What a QR reader finds in a part of a page; a whole sheet of A4 would take it seconds. */
  qrIn(part: PagePart): Promise<string | undefined>;
  close(): void;
}

/** Opens a file that the API made, as a reader and a camera see it. */
export async function openPdf(file: Buffer): Promise<OpenedPdf> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(file);
  return {
    texts: [...document.pages()].map((page) => page.getText().replace(/\s/gu, '')),
    qrIn: async ({ page, ...part }) => {
      const scale = 4;
      const { data, width } = await document.getPage(page).render({ scale, render: 'bitmap' });
      const pixels = (millimetres: number) => Math.round(millimetres * pointsOfMillimetre * scale);
      const rows = Array.from({ length: pixels(part.height) }, (_, row) => {
        const start = (pixels(part.top) + row) * width + pixels(part.left);
        return data.subarray(start * 4, (start + pixels(part.width)) * 4);
      });
      return readQr(new Uint8ClampedArray(Buffer.concat(rows)), pixels(part.width), rows.length)?.data;
    },
    close: () => {
      document.destroy();
      library.destroy();
    },
  };
}
