import { deflateSync } from 'node:zlib';

/** The objects of a PDF by their number: the text between `obj` and `endobj`, or a stream with its dictionary. */
export type PdfObjects = Record<number, string | { dict: string; bytes: Buffer }>;

export interface PdfShape {
  /** Pages with these words, in Latin letters; Helvetica is in every reader. */
  pages?: string[];
  /** Width and height of every page, in points. */
  size?: [number, number];
  /** Written into the catalogue, e.g. `/OpenAction 20 0 R`. */
  catalog?: string;
  /** Written into every page. */
  page?: string;
  /** Written into the trailer. */
  trailer?: string;
  /** Objects beside the pages, from number 200 on; a page's own may be replaced. */
  objects?: PdfObjects;
  /** Instead of the count of pages. */
  count?: number;
}

const streamOf = (text: string) => ({ dict: '', bytes: Buffer.from(text, 'latin1') });

/** A PDF written by hand, so that a test can bend any part of it. */
export function aPdf(shape: PdfShape = {}): Buffer {
  const { pages = ['Ashita mo genki de'], size = [595, 842] } = shape;
  const kids = pages.map((_, index) => `${10 + index * 2} 0 R`).join(' ');
  const objects: PdfObjects = {
    1: `<< /Type /Catalog /Pages 2 0 R ${shape.catalog ?? ''} >>`,
    2: `<< /Type /Pages /Kids [${kids}] /Count ${shape.count ?? pages.length} >>`,
    3: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  };
  pages.forEach((words, index) => {
    const number = 10 + index * 2;
    objects[number] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size[0]} ${size[1]}] /Contents ${number + 1} 0 R ` +
      `/Resources << /Font << /F1 3 0 R >> >> ${shape.page ?? ''} >>`;
    objects[number + 1] = streamOf(words === '' ? '' : `BT /F1 24 Tf 60 ${size[1] - 90} Td (${words}) Tj ET`);
  });
  return assemble({ ...objects, ...shape.objects }, shape.trailer ?? '');
}

/** A stream of `bytes` zeros, which is small in the file. */
export function aBomb(bytes: number): { dict: string; bytes: Buffer } {
  return { dict: '/Filter /FlateDecode', bytes: deflateSync(Buffer.alloc(bytes, 0x20)) };
}

function assemble(objects: PdfObjects, trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1')];
  const offsets = new Map<number, number>();
  let length = parts[0]!.length;
  const push = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [number, content] of Object.entries(objects)) {
    offsets.set(Number(number), length);
    push(Buffer.from(`${number} 0 obj\n`));
    if (typeof content === 'string') push(Buffer.from(content, 'latin1'));
    else {
      push(Buffer.from(`<< ${content.dict} /Length ${content.bytes.length} >>\nstream\n`));
      push(content.bytes);
      push(Buffer.from('\nendstream'));
    }
    push(Buffer.from('\nendobj\n'));
  }
  const xref = length;
  const size = Math.max(...offsets.keys()) + 1;
  const lines = Array.from({ length: size }, (_, number) => {
    const at = offsets.get(number);
    return at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  push(Buffer.from(`xref\n0 ${size}\n${lines.join('')}`));
  push(Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`));
  return Buffer.concat(parts);
}
