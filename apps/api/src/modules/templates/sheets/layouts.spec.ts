import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import { sheetLayouts } from '@kizuna/shared/vocabulary/templates';
import jsqr from 'jsqr';
import sharp from 'sharp';

import { safePicture } from '../templates.images.js';
import { Typesetting } from '../typesetting/typesetting.js';
import { standardDesign, type CertificateText } from './sheet-text.js';

// A CommonJS package whose types declare only its default export
const readQr = jsqr as unknown as typeof jsqr.default;
const typesetting = new Typesetting();
const text: CertificateText = {
  copy: 1,
  number: '令和8年度 入門 第12号',
  name: '𠮷田 花子',
  kana: 'よしだ はなこ',
  preview: false,
  bornOn: '1950-04-01',
  body: '課程を修了したことを証します。',
  completedOn: '2026-11-20',
  issuedOn: '2026-11-23',
  issuer: '社会福祉法人 古河市社会福祉協議会',
  issuerHead: '会長 見本 太郎',
  verifyUrl: 'https://kizuna.example.jp/v/ABCDE12345',
  verifyCode: 'ABCDE-12345',
};
const credential = {
  name: 'credential.json',
  mediaType: 'application/json',
  description: 'デジタル証明書',
  bytes: Buffer.from(JSON.stringify({ proof: randomBytes(4000).toString('hex') })),
};
const [sealId, logoId] = ['00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000a2'];
const full = { showKana: true, showBirthDate: true, showCompletedOn: true } as const;

let reader: PDFiumLibrary;
let photographs: Buffer[];
beforeAll(async () => {
  reader = await PDFiumLibrary.init();
  photographs = [await noise(), await noise()];
});
afterAll(() => reader.destroy());

/** The number of pages, and the text without spaces in the order of the content. */
async function read(pdf: Buffer) {
  const document = await reader.loadDocument(pdf);
  try {
    return { pages: document.getPageCount(), text: document.getPage(0).getText().replace(/\s/gu, '') };
  } finally {
    document.destroy();
  }
}

/**
 * What a QR reader finds in a part of the page, in points from its upper left corner; a whole page would take seconds.
 */
async function qrIn(pdf: Buffer, part: (width: number, height: number) => number[]) {
  const document = await reader.loadDocument(pdf);
  try {
    const scale = 3;
    const { data, width, height } = await document.getPage(0).render({ scale, render: 'bitmap' });
    const [x, y, toX, toY] = part(width / scale, height / scale).map((at) => Math.round(at * scale)) as [
      number,
      number,
      number,
      number,
    ];
    const rows = Array.from({ length: toY - y }, (_, row) =>
      data.subarray(((y + row) * width + x) * 4, ((y + row) * width + toX) * 4),
    );
    return readQr(new Uint8ClampedArray(Buffer.concat(rows)), toX - x, toY - y)?.data;
  } finally {
    document.destroy();
  }
}

/** The worst case for a seal or logo is a photograph: no two of its pixels are the same. */
async function noise(): Promise<Buffer> {
  const [width, height] = [360, 360];
  const raw = randomBytes(width * height * 3);
  return safePicture(
    await sharp(raw, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 60 })
      .toBuffer(),
  );
}

describe.each(sheetLayouts)('the layout %s', (layout) => {
  const design: SheetDesign = { ...standardDesign, ...full, layout };

  it('is a tagged PDF/A with what PDF/UA asks for besides', () => {
    const pdf = typesetting.render(text, { design }).toString('latin1');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(pdf).toMatch(/\/Lang \(ja/);
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>');
    expect(pdf).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
    expect(pdf).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(altsOf(pdf)).toContainEqual(expect.stringMatching(/二次元コード.*https:\/\/kizuna/u));
    // Typst's own object table still points to each of them
    expect(badPlacesIn(pdf)).toEqual([]);
  });

  it('is PDF/A-3 with an associated file where something is attached', () => {
    const pdf = typesetting.render(text, { design, attachments: [credential] }).toString('latin1');
    expect(pdf).toMatch(/<pdfaid:part>3<\/pdfaid:part>/);
    expect(pdf).toMatch(/\/AF \[/);
    expect(pdf).toContain('/AFRelationship /Data');
    expect(pdf).toContain('credential.json');
    expect(pdf).toContain('<pdfuaid:part');
    expect(badPlacesIn(pdf)).toEqual([]);
  });

  it('has the same bytes for the same words, whoever sets them', () => {
    const options = { design, attachments: [credential] };
    const once = typesetting.render(text, options);
    typesetting.render({ ...text, name: '別の 人' }, options);
    expect(typesetting.render(text, options).equals(once)).toBe(true);
    expect(new Typesetting().render(text, options).equals(once)).toBe(true);
  });

  it('is one page of at most 150 kB, also with two photographs, an attachment and a long text', async () => {
    const seal = { kind: 'image', imageId: sealId } as SheetDesign['seal'];
    const pictured = { ...design, seal, logo: logoId as SheetDesign['logo'] };
    const images = [
      { id: sealId, bytes: photographs[0]! },
      { id: logoId, bytes: photographs[1]! },
    ];
    const body = '地域の支え合いの仕組みを学び、所定の課程を修了したことを証します。'.repeat(3);
    const options = { design: pictured, images, attachments: [credential] };
    const pdf = typesetting.render({ ...text, body }, options);
    expect(pdf.length).toBeLessThanOrEqual(150_000);
    expect((await read(pdf)).pages).toBe(1);
    expect(altsOf(pdf.toString('latin1'))).toEqual(expect.arrayContaining(['発行者のしるし', '発行者の印']));
  });

  it.each(['left', 'right'] as const)(
    'has a QR code on the %s that a reader reads from the page',
    async (qr) => {
      const pdf = typesetting.render(text, { design: { ...design, qr } });
      // The card is in the upper half of its paper; elsewhere the code is in a lower corner
      const found = await qrIn(pdf, (width, height) =>
        layout === 'card'
          ? [176, 170, 419, 323]
          : [qr === 'left' ? 0 : width - 200, height - 200, qr === 'left' ? 200 : width, height],
      );
      expect(found).toBe(text.verifyUrl);
    },
  );

  it('is copied in the order in which it is read', async () => {
    const { text: copied } = await read(typesetting.render(text, { design }));
    const at = ['よしだはなこ', '𠮷田花子', '課程を修了したことを証します', '会長見本太郎'].map((part) =>
      copied.indexOf(part),
    );
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(copied).toContain('古河市社会福祉協議会之印');
  });

  it('says in each language what it is', async () => {
    const english = { language: 'en', title: 'Certificate', honorific: '' } as const;
    const lying = layout === 'portrait' || layout === 'landscape';
    for (const own of [{ language: 'easy', typeface: 'gothic' } as const, ...(lying ? [] : [english])]) {
      const pdf = typesetting.render(text, { design: { ...design, ...own } });
      expect(pdf.toString('latin1')).toContain(`/Lang (${own.language === 'en' ? 'en' : 'ja'}`);
      expect((await read(pdf)).pages).toBe(1);
    }
  });
});

/** The alternative texts of the file. */
function altsOf(pdf: string): string[] {
  return [...pdf.matchAll(/\/Alt (?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f]+)>)/g)].map(([, plain, hex]) => {
    const bytes = hex ? Buffer.from(hex, 'hex') : Buffer.from(unescaped(plain!), 'latin1');
    return bytes[0] === 0xfe && bytes[1] === 0xff
      ? bytes.subarray(2).swap16().toString('utf16le')
      : bytes.toString();
  });
}

function unescaped(literal: string): string {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return literal.replace(/\\([0-7]{1,3}|[^])/g, (_, c: string) =>
    /^[0-7]/.test(c) ? String.fromCodePoint(Number.parseInt(c, 8)) : (named[c] ?? c),
  );
}

/** Objects that are not where the cross-reference table says. */
function badPlacesIn(pdf: string): number[] {
  const table = pdf.slice(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.slice(-60))![1]));
  const places = [...table.matchAll(/^(\d{10}) \d{5} ([nf])/gm)].map(([, at, kind]) => ({
    at: Number(at),
    kind,
  }));
  return places.flatMap(({ at, kind }, id) =>
    kind === 'f' || pdf.startsWith(`${id} 0 obj`, at) ? [] : [id],
  );
}
