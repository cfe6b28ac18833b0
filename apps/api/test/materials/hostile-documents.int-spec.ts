import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';

import { readPdf, type Reading } from '../../src/modules/materials/document.reading.js';
import { readingLimits } from '../../src/modules/materials/materials.policy.js';
import { aBomb, aPdf } from '../builders/pdf.js';

/** Files that a stranger, or a broken program, might send. Nothing of them may stay, and each reason is a word. */
let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'kizuna-hostile-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

let number = 0;
async function read(bytes: Buffer, change: Partial<typeof readingLimits> = {}): Promise<Reading> {
  const folder = path.join(root, String((number += 1)));
  await mkdir(folder);
  const file = path.join(folder, 'document.pdf');
  await writeFile(file, bytes);
  return readPdf(file, folder, { ...readingLimits, ...change }, () => undefined);
}

const action = (name: string, rest = '') => `<< /Type /Action /S /${name} ${rest} >>`;
const inObjectStream = (content: string) => {
  const body = `300 0 ${content}`;
  return { dict: '/Type /ObjStm /N 1 /First 6 /Filter /FlateDecode', bytes: deflateSync(Buffer.from(body)) };
};
const openAction = (act: string) => aPdf({ catalog: '/OpenAction 200 0 R', objects: { 200: act } });
const zip = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);

const refused: [string, () => Buffer | Promise<Buffer>, string][] = [
  ['a picture with the ending .pdf', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'not_a_pdf'],
  ['nothing but a page for browsers', () => Buffer.from('<html><script>alert(1)</script>'), 'not_a_pdf'],
  ['an empty file', () => Buffer.alloc(0), 'not_a_pdf'],
  ['a head without a body', () => Buffer.from('%PDF-1.7\n'), 'broken'],
  [
    'a page for browsers in front of a PDF',
    () => Buffer.concat([Buffer.from('<html>'), aPdf()]),
    'not_a_pdf',
  ],
  [
    'a page for browsers in the first comment',
    () =>
      Buffer.from(aPdf().toString('latin1').replace('%\xE2', '%<script>alert(1)</script>\n%\xE2'), 'latin1'),
    'foreign_bytes',
  ],
  ['a ZIP behind a PDF', () => Buffer.concat([aPdf(), zip]), 'foreign_bytes'],
  ['a program behind a PDF', () => Buffer.concat([aPdf(), Buffer.from('MZ\x90')]), 'foreign_bytes'],
  [
    'JavaScript when it opens',
    () => openAction(action('JavaScript', '/JS (app.alert\\(1\\))')),
    'active_content',
  ],
  [
    'JavaScript with an escaped name',
    () => openAction('<< /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>'),
    'active_content',
  ],
  [
    'JavaScript in a compressed object',
    () => aPdf({ objects: { 200: inObjectStream('<< /S /JavaScript /JS (x) >>') } }),
    'active_content',
  ],
  [
    'JavaScript among the names',
    () => aPdf({ catalog: '/Names << /JavaScript 200 0 R >>', objects: { 200: '<< >>' } }),
    'active_content',
  ],
  ['a program to start', () => openAction(action('Launch', '/F (cmd.exe)')), 'active_content'],
  ['a form to send', () => openAction(action('SubmitForm', '/F (https://example.com)')), 'active_content'],
  ['another file to open', () => openAction(action('GoToR', '/F (//server/share)')), 'active_content'],
  [
    'an action of a page',
    () => aPdf({ page: `/AA << /O ${action('ImportData', '/F (a.fdf)')} >>` }),
    'active_content',
  ],
  [
    'an XFA form',
    () => aPdf({ catalog: '/AcroForm << /XFA 200 0 R >>', objects: { 200: '[]' } }),
    'active_content',
  ],
  ['rich media', () => aPdf({ page: '/Annots [<< /Type /Annot /Subtype /RichMedia >>]' }), 'active_content'],
  [
    'a file inside',
    () =>
      aPdf({ catalog: '/Names << /EmbeddedFiles << /Names [(a) 200 0 R] >> >>', objects: { 200: '<< >>' } }),
    'attachments',
  ],
  [
    'a file pinned to a page',
    () => aPdf({ page: '/Annots [<< /Subtype /FileAttachment /FS << /F (a) >> >>]' }),
    'attachments',
  ],
  ['a password', () => protectedPdf(), 'protected'],
  ['no page', () => aPdf({ pages: [] }), 'no_pages'],
  ['301 pages', () => aPdf({ pages: Array.from({ length: 301 }, () => 'x') }), 'too_many_pages'],
  ['a count of pages that is a lie', () => aPdf({ count: 900 }), 'broken'],
  ['a page as large as a house', () => aPdf({ size: [400_000, 400_000] }), 'page_size'],
  ['a page like a thread', () => aPdf({ size: [40, 3900] }), 'page_size'],
  ['a page like a stamp', () => aPdf({ size: [20, 20] }), 'page_size'],
  [
    'pages that contain themselves',
    () => aPdf({ objects: { 2: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' } }),
    'broken',
  ],
  ['half of a file', () => aPdf({ pages: ['a', 'b'] }).subarray(0, 420), 'broken'],
  [
    'a Japanese font that is not inside',
    () =>
      aPdf({
        objects: {
          3: '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UTF16-H /DescendantFonts [200 0 R] >>',
          200: '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /FontDescriptor << /Type /FontDescriptor >> >>',
        },
      }),
    'fonts_missing',
  ],
];

async function protectedPdf(): Promise<Buffer> {
  const document = await PDFDocument.load(aPdf());
  document.encrypt({ userPassword: 'open', ownerPassword: 'own' });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

describe('a file that is refused', () => {
  it.each(refused)('%s', async (_, make, fault) => {
    expect(await read(await make())).toEqual({ fault });
  });

  it('a bomb of text, before it takes the machine', async () => {
    const bomb = aPdf({ objects: { 11: aBomb(1_500_000_000) } });
    const reading = await read(bomb, { residentBytes: 500_000_000, totalMs: 30_000 });
    expect(reading).toEqual({ fault: expect.stringMatching(/^(too_heavy|took_too_long)$/) });
  });

  it('a bomb in a compressed object', async () => {
    const { bytes } = aBomb(1_500_000_000);
    const bomb = aPdf({
      objects: { 200: { dict: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', bytes } },
    });
    const reading = await read(bomb, { residentBytes: 500_000_000, totalMs: 30_000 });
    expect(reading).toEqual({ fault: expect.stringMatching(/^(too_heavy|took_too_long|broken)$/) });
  });

  it('one that takes too long', async () => {
    const pages = Array.from({ length: 200 }, (_, index) => `page ${index}`);
    expect(await read(aPdf({ pages }), { totalMs: 1500 })).toEqual({ fault: 'took_too_long' });
  });
});

describe('what is left of it', () => {
  it('is no process and no picture elsewhere', async () => {
    const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(
      running.split('\n').filter((line) => line.includes('materials.process') && line.includes(root)),
    ).toEqual([]);
    expect((await readdir(root)).length).toBe(number);
  });

  it('is nothing when the worker has to stop', async () => {
    const file = path.join(root, 'stop.pdf');
    await writeFile(file, aPdf({ pages: Array.from({ length: 100 }, () => 'x') }));
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('stopped')), 800);
    const folder = await mkdtemp(path.join(root, 'stop-'));
    await expect(readPdf(file, folder, readingLimits, () => undefined, stop.signal)).rejects.toThrow(
      'stopped',
    );
  });
});

describe('a file that is taken', () => {
  it('has a picture in each size and the words of every page', async () => {
    const reading = await read(aPdf({ pages: ['Hello', 'World'], catalog: '/OpenAction [10 0 R /Fit]' }));
    expect(reading).toEqual({
      pages: [
        { width: 1600, height: 2264 },
        { width: 1600, height: 2264 },
      ],
      texts: ['Hello', 'World'],
    });
    const files = await readdir(path.join(root, String(number)));
    expect(files.sort()).toEqual([
      'document.pdf',
      'p001-1600.webp',
      'p001-800.webp',
      'p001.jpg',
      'p002-1600.webp',
      'p002-800.webp',
      'p002.jpg',
    ]);
  });

  it('may open addresses and turn its own pages', async () => {
    const link = '/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.com) >> >>]';
    expect(await read(aPdf({ page: link }))).toMatchObject({ texts: ['Ashita mo genki de'] });
  });
});
