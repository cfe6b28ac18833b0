import { createPrivateKey, sign, X509Certificate } from 'node:crypto';

import { cmsLength, signCms } from '../../src/modules/credentials/pdf-signing/cms.js';
import { signPdf, type PdfSigner } from '../../src/modules/credentials/pdf-signing/pdf-signature.js';
import { makeKeyPair } from '../../src/modules/credentials/pdf-signing/x509.js';
import { Typesetting } from '../../src/modules/templates/index.js';
import { aSheet } from './sheet.js';

/** A file that must never pass for a certificate, and how it was made. */
export interface Forgery {
  how: string;
  bytes: Buffer;
}

/** What a forger has: two files of the council, and keys of his own. */
export interface ForgersDesk {
  signed: Buffer;
  another: Buffer;
  council: X509Certificate;
  stranger: PdfSigner;
}

/** A key that is not the council's, with a certificate in the given name. */
export async function aStranger(name: string): Promise<PdfSigner> {
  const pair = await makeKeyPair(name, new Date('2026-06-01T00:00:00Z'));
  return {
    privateKey: createPrivateKey(pair.privateKey),
    certificate: new X509Certificate(pair.certificate),
  };
}

/** The position of the signature in a file. */
export function placeOfSignature(pdf: Buffer): { start: number; end: number; rest: number } {
  const range = [...pdf.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)].at(-1)!;
  const [start, end, rest] = range.slice(1).map(Number) as [number, number, number];
  return { start, end, rest };
}

const text = (pdf: Buffer) => pdf.toString('latin1');
const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');
const times = (count: number, make: (i: number) => Forgery) =>
  Array.from({ length: count }, (_, i) => make(i));

/** More than two hundred, of every kind that we could think of. */
export async function forgeries(desk: ForgersDesk): Promise<Forgery[]> {
  return [
    ...changedBytes(desk),
    ...cutAndAppended(desk),
    ...updates(desk),
    ...ranges(desk),
    ...signatures(desk),
    ...(await ownKeys(desk)),
    ...joined(desk),
    ...otherPapers(desk),
  ];
}

function changedBytes({ signed }: ForgersDesk): Forgery[] {
  const flipped = (place: number, bit: number) => {
    const copy = Buffer.from(signed);
    copy[place] = copy[place]! ^ (1 << bit);
    return copy;
  };
  const { start, end } = placeOfSignature(signed);
  return [
    ...times(60, (i) => {
      const place = Math.floor((i * (signed.length - 1)) / 59);
      return { how: `bit ${i % 8} of byte ${place} turned`, bytes: flipped(place, i % 8) };
    }),
    ...times(24, (i) => {
      const place = start + Math.floor((i * (end - start - 1)) / 23);
      return { how: `byte ${place} of the signature changed`, bytes: flipped(place, 0) };
    }),
  ];
}

function cutAndAppended({ signed }: ForgersDesk): Forgery[] {
  const ends = [...text(signed).matchAll(/%%EOF/g)].map((match) => match.index + 5);
  const tails = [
    ' ',
    '\n',
    '\r\n',
    '\0',
    '%',
    '%%EOF',
    '\n%%EOF\n',
    'startxref\n0\n%%EOF',
    '\0'.repeat(1024),
    '<!-- -->',
  ];
  return [
    ...times(20, (i) => {
      const length = Math.floor((signed.length * (i + 1)) / 21);
      return { how: `cut to ${length} bytes`, bytes: signed.subarray(0, length) };
    }),
    ...ends.slice(0, -1).map((end) => ({ how: 'only the revision before', bytes: signed.subarray(0, end) })),
    ...tails.map((tail) => ({
      how: `${JSON.stringify(tail.slice(0, 9))} appended`,
      bytes: Buffer.concat([signed, Buffer.from(tail)]),
    })),
    ...[' ', '\n', '\0', '%PDF-1.7\n', 'GIF89a'].map((head) => ({
      how: `${JSON.stringify(head)} put before`,
      bytes: Buffer.concat([Buffer.from(head), signed]),
    })),
  ];
}

/** What a PDF program appends when something was edited: another object with a number that is there already. */
function updates({ signed }: ForgersDesk): Forgery[] {
  const size = Number([.../\/Size (\d+)/g[Symbol.matchAll](text(signed))].at(-1)![1]);
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text(signed).slice(-60))![1]);
  return times(20, (i) => {
    const number = 1 + Math.floor((i * (size - 1)) / 20);
    const object = `${number} 0 obj\n<< /Forged true /Contents (${'X'.repeat(i)}) >>\nendobj\n`;
    const at = signed.length;
    const table = `xref\n${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
    const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Prev ${previous} >>\nstartxref\n${at + object.length}\n%%EOF\n`;
    return {
      how: `object ${number} replaced by an update`,
      bytes: Buffer.concat([signed, bytes(object + table + trailer)]),
    };
  });
}

function ranges({ signed }: ForgersDesk): Forgery[] {
  const { start, end, rest } = placeOfSignature(signed);
  const last = text(signed).lastIndexOf('/ByteRange [');
  const old = text(signed).slice(last, text(signed).indexOf(']', last) + 1);
  const withRange = (range: string) => bytes(text(signed).replace(old, range.padEnd(old.length)));
  const grown = Buffer.concat([signed, bytes('\n% forged\n')]);
  const others: [number, number, number, number][] = [
    [0, end, start, rest],
    [end, rest, 0, start],
    [0, start, end, rest - 1],
    [0, start, end, rest + 1],
    [0, start - 1, end, rest],
    [0, start, end + 1, rest - 1],
    [1, start - 1, end, rest],
    [0, 0, 0, signed.length],
    [0, signed.length, signed.length, 0],
    [0, start, start, signed.length - start],
    [0, 10, end, rest],
  ];
  return [
    ...others.map((range) => ({
      how: `range ${range.join(' ')}`,
      bytes: withRange(`/ByteRange [${range.join(' ')}]`),
    })),
    { how: 'range with other spaces', bytes: withRange(`/ByteRange[0 ${start} ${end} ${rest}]`) },
    { how: 'range of zeros', bytes: withRange('/ByteRange [0 0 0 0]') },
    { how: 'a negative range', bytes: withRange(`/ByteRange [0 ${start} ${end} -${rest}]`) },
    {
      how: 'appended, with the range stretched',
      bytes: bytes(
        text(grown).replace(old, `/ByteRange [0 ${start} ${end} ${rest + 10}]`.padEnd(old.length)),
      ),
    },
    {
      how: 'a second range appended that says the old',
      bytes: Buffer.concat([signed, bytes(`\n% /ByteRange [0 ${start} ${end} ${rest}]`)]),
    },
  ];
}

/** The signature itself written otherwise, or taken from another certificate. */
function signatures({ signed, another, council }: ForgersDesk): Forgery[] {
  const { start, end } = placeOfSignature(signed);
  const foreign = placeOfSignature(another);
  const put = (contents: string) =>
    Buffer.concat([signed.subarray(0, start), bytes(contents), signed.subarray(end)]);
  const hex = text(signed).slice(start + 1, end - 1);
  const theirs = text(another).slice(foreign.start + 1, foreign.end - 1);
  const half = hex.length - 512;
  return [
    { how: 'the whole signature of another certificate', bytes: put(`<${theirs}>`) },
    {
      how: 'the RSA value of another certificate',
      bytes: put(`<${hex.slice(0, half)}${theirs.slice(half)}>`),
    },
    {
      how: 'the attributes of another certificate',
      bytes: put(`<${theirs.slice(0, half)}${hex.slice(half)}>`),
    },
    { how: 'in capital letters', bytes: put(`<${hex.toUpperCase()}>`) },
    { how: 'all zeros', bytes: put(`<${'0'.repeat(hex.length)}>`) },
    { how: 'RSA value zero', bytes: put(`<${hex.slice(0, half)}${'0'.repeat(512)}>`) },
    { how: 'RSA value one', bytes: put(`<${hex.slice(0, half)}${'0'.repeat(511)}1>`) },
    { how: 'RSA value all ones', bytes: put(`<${hex.slice(0, half)}${'f'.repeat(512)}>`) },
    { how: 'as a text string', bytes: put(`(${hex})`) },
    { how: 'shorter, filled with spaces', bytes: put(`<${hex.slice(0, -16)}>${' '.repeat(16)}`) },
    {
      how: 'the body of another file under this signature',
      bytes: Buffer.concat([
        another.subarray(0, foreign.start),
        bytes(`<${hex}>`),
        another.subarray(foreign.end),
      ]),
    },
    {
      how: 'the certificate renamed inside',
      bytes: put(`<${hex.replace(council.raw.subarray(100, 120).toString('hex'), '00'.repeat(20))}>`),
    },
  ];
}

/** Signed rightly, with a key that is not the council's. */
async function ownKeys({ council, stranger }: ForgersDesk): Promise<Forgery[]> {
  const typesetting = new Typesetting();
  const sheets = ['佐藤 和子', '鈴木 花子', '𠮷田 髙子', '渡邉 一郎', 'John Smith'].map((name) =>
    typesetting.render({ ...aSheet, name }),
  );
  const at = new Date('2026-06-10T01:00:00Z');
  const forged = sheets.map(async (sheet, i) => {
    const own = await signPdf(sheet, stranger, at);
    // the council's certificate in the CMS, the stranger's key behind it
    const mixed = await signPdf(sheet, { privateKey: stranger.privateKey, certificate: council }, at);
    const { start, end } = placeOfSignature(own);
    const cms = await signCms(Buffer.alloc(32, i), stranger.privateKey, stranger.certificate);
    const other = Buffer.concat([
      own.subarray(0, start),
      bytes(`<${cms.toString('hex')}>`),
      own.subarray(end),
    ]);
    const raw = sign('sha256', sheet, stranger.privateKey).toString('hex');
    const bare = Buffer.concat([
      own.subarray(0, start),
      bytes(`<${raw.padEnd(cmsLength(stranger.certificate) * 2, '0')}>`),
      own.subarray(end),
    ]);
    return [
      { how: `signed by a stranger, sheet ${i}`, bytes: own },
      { how: `signed by a stranger under the council's certificate, sheet ${i}`, bytes: mixed },
      { how: `signed over another digest, sheet ${i}`, bytes: other },
      { how: `a bare RSA value, sheet ${i}`, bytes: bare },
      { how: `never signed, sheet ${i}`, bytes: sheet },
    ];
  });
  return (await Promise.all(forged)).flat();
}

function joined({ signed, another }: ForgersDesk): Forgery[] {
  const sheet = new Typesetting().render(aSheet);
  const parts: [string, Buffer[]][] = [
    ['itself twice', [signed, signed]],
    ['two certificates', [signed, another]],
    ['the other first', [another, signed]],
    ['an unsigned sheet before', [sheet, signed]],
    ['an unsigned sheet behind', [signed, sheet]],
    ['half of each', [signed.subarray(0, 20_000), another.subarray(20_000)]],
  ];
  return parts.map(([how, all]) => ({ how: `joined: ${how}`, bytes: Buffer.concat(all) }));
}

/** The words of the file changed where they can be read, its cross-references bent, and what is no certificate at all. */
function otherPapers({ signed }: ForgersDesk): Forgery[] {
  const whole = text(signed);
  const swaps: [string, RegExp, string][] = [
    ['another title', /\/Title <FEFF/, '/Title <FEFE'],
    ['another author', /\/Author <FEFF/, '/Author <FEFE'],
    ['another root', /\/Root (\d)/, '/Root 0'],
    ['another way back', /\/Prev \d/, '/Prev 9'],
    ['another beginning of the table', /startxref\n\d/, 'startxref\n9'],
    ['an object marked as free', / 00000 n /, ' 65535 f '],
    ['another page', /\/Kids \[\d/, '/Kids [9'],
    ['without its form', /\/AcroForm/, '/AcroFork'],
    ['without its signature type', /\/Type \/Sig /, '/Type /Sog '],
    ['another sub-filter', /ETSI\.CAdES\.detached/, 'adbe.pkcs7.detached'.padEnd(19)],
    ['another time of signing', /\/M \(D:20/, '/M (D:21'],
    ['another day in its metadata', /<xmp:ModifyDate>20/, '<xmp:ModifyDate>21'],
  ];
  const minimal = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';
  return [
    ...swaps.map(([how, from, to]) => ({ how, bytes: bytes(whole.replace(from, to)) })),
    ...times(6, (i) => ({ how: `some other PDF ${i}`, bytes: bytes(minimal + '%'.repeat(i)) })),
    { how: 'a PDF that only names the issuer', bytes: Buffer.from(`${minimal}% 社会福祉協議会 修了証`) },
    {
      how: 'the certificate re-written with other line ends',
      bytes: bytes(whole.replaceAll('\nendobj', '\r\nendobj')),
    },
  ];
}
