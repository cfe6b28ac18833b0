import { createHash } from 'node:crypto';

/** A file with an empty placeholder for a signature: `<00…00>` from `start` to `end`. */
export interface PreparedPdf {
  bytes: Buffer;
  start: number;
  end: number;
}

/** The width of the numbers in the ByteRange, fixed because they depend on their own length. */
const rangeDigits = 10;

/**
 * Appends an invisible signature field to a sheet as an incremental update (ISO 32000-1, 7.5.6 and 12.8): the existing
 * bytes stay unchanged. Supports only what Typst writes: a cross-reference table, uncompressed dictionaries, a page
 * without annotations.
 * @param contentBytes the length of the signature
 * @throws Error if the file does not have this structure (a new Typst)
 */
export function withSignatureField(pdf: Buffer, contentBytes: number, at: Date): PreparedPdf {
  const text = pdf.toString('latin1');
  const trailer = readTrailer(text);
  const catalog = trailer.root;
  const tree = numberIn(objectOf(text, trailer.xref, catalog), /\/Pages (\d+) 0 R/);
  const page = numberIn(objectOf(text, trailer.xref, tree), /\/Kids \[(\d+) 0 R/);
  const [signature, field] = [trailer.size, trailer.size + 1];

  const empty = `<${'0'.repeat(contentBytes * 2)}>`;
  const range = `/ByteRange [${'0 '.repeat(4 * rangeDigits)}]`;
  const objects = new Map([
    [page, extended(objectOf(text, trailer.xref, page), 'Annots', `[${field} 0 R]`)],
    [
      catalog,
      extended(objectOf(text, trailer.xref, catalog), 'AcroForm', `<< /SigFlags 3 /Fields [${field} 0 R] >>`),
    ],
    [
      signature,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (${pdfDate(at)}) ${range} /Contents ${empty} >>`,
    ],
    // An empty rectangle needs no appearance (ISO 19005-2, 6.3.3); flags: Print and Locked
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /Rect [0 0 0 0] /F 132 /P ${page} 0 R /V ${signature} 0 R >>`,
    ],
  ]);
  const whole = text + appendix(text.length, objects, trailer, idOf(pdf, at));
  const start = whole.lastIndexOf(empty);
  const end = start + empty.length;
  const filled = `/ByteRange [0 ${start} ${end} ${whole.length - end}]`.padEnd(range.length);
  return { bytes: Buffer.from(whole.replace(range, filled), 'latin1'), start, end };
}

interface Trailer {
  size: number;
  root: number;
  info: string;
  id: string;
  startXref: number;
  xref: string;
}

function readTrailer(text: string): Trailer {
  const startXref = numberIn(text.slice(-60), /startxref\s+(\d+)\s+%%EOF\s*$/);
  const xref = text.slice(startXref);
  const id = /\/ID \[(\([^()\\]*\)|<[0-9A-Fa-f]*>)/.exec(xref)?.[1];
  const info = /\/Info \d+ 0 R/.exec(xref)?.[0];
  if (!xref.startsWith('xref\n0 ') || id === undefined || info === undefined) throw unknownForm();
  const [size, root] = [numberIn(xref, /\/Size (\d+)/), numberIn(xref, /\/Root (\d+) 0 R/)];
  return { size, root, info, id, startXref, xref };
}

/** The dictionary of an object, from `<<` to `>>`. */
function objectOf(text: string, xref: string, number: number): string {
  const entries = xref.indexOf('\n', 'xref\n'.length) + 1;
  const offset = Number(xref.substr(entries + number * 20, 10));
  const object = text.slice(offset, text.indexOf('\nendobj', offset));
  const head = `${number} 0 obj\n`;
  if (!object.startsWith(`${head}<<`) || !object.endsWith('>>')) throw unknownForm();
  return object.slice(head.length);
}

function extended(dictionary: string, key: string, value: string): string {
  if (dictionary.includes(`/${key}`)) throw unknownForm();
  return `${dictionary.slice(0, -2)}  /${key} ${value}\n>>`;
}

/** The objects, their cross-reference table and the trailer; `offset`: the position of the appendix in the file. */
function appendix(offset: number, objects: Map<number, string>, trailer: Trailer, id: string): string {
  let text = '\n';
  const places: string[] = [];
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
    places.push(`${number} 1\n${String(offset + text.length).padStart(10, '0')} 00000 n \n`);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const startXref = offset + text.length;
  const size = Math.max(...objects.keys()) + 1;
  return `${text}xref\n${places.join('')}trailer
<< /Size ${size} /Root ${trailer.root} 0 R ${trailer.info} /ID [${trailer.id} <${id}>] /Prev ${trailer.startXref} >>
startxref\n${startXref}\n%%EOF\n`;
}

/** The second half of the file identifier identifies this version of it. */
function idOf(pdf: Buffer, at: Date): string {
  return createHash('sha256').update(pdf).update(at.toISOString()).digest('hex').slice(0, 32);
}

/** ISO 32000-1, 7.9.4, in Japan time. */
function pdfDate(at: Date): string {
  const japan = new Date(at.getTime() + 9 * 3_600_000).toISOString();
  return `D:${japan.slice(0, 19).replace(/\D/g, '')}+09'00'`;
}

function numberIn(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw unknownForm();
  return Number(found);
}

function unknownForm(): Error {
  return new Error('the PDF does not have the structure that can be signed');
}
