/**
 * A separate process that reads one PDF: `node <this file> <pdf> <folder> <limits as JSON>`. It imports no other file
 * of this project, so that Node can run it directly, and writes one line of JSON per result: `{"pageCount":4}`, then
 * `{"page":1,"width":1600,"height":2263,"text":"…"}` for each, `{"done":true}` or `{"fault":"…"}`. A hostile file can
 * at most make it exit: pages are drawn inside WebAssembly, images are made from raw pixels, and a watchdog thread ends
 * the process if it uses too much memory or time, or if its parent has exited.
 */
import { readFileSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import sharp from 'sharp';

interface Limits {
  pages: number;
  /** Edges of a page in points (1/72 inch). */
  leastPoints: number;
  mostPoints: number;
  residentBytes: number;
  totalMs: number;
}

const largeWidth = 1600;
/** The tallest image: a page four times as high as it is wide. */
const tallest = largeWidth * 4;
const parentAtStart = process.ppid;

/** The message is the fault code. */
class Refused extends Error {}

function writeLine(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

/** Ends this process from a thread, because one long step of the reading may block. */
function watch(limits: Limits): void {
  const watcher = `
    const { writeSync } = require('node:fs');
    const { limits, parent } = require('node:worker_threads').workerData;
    const begun = performance.now();
    const end = (fault) => {
      if (fault) writeSync(1, '\\n' + JSON.stringify({ fault }) + '\\n');
      process.kill(process.pid, 'SIGKILL');
    };
    setInterval(() => {
      if (process.memoryUsage.rss() > limits.residentBytes) end('too_heavy');
      else if (performance.now() - begun > limits.totalMs) end('took_too_long');
      else if (process.ppid !== parent) end();
    }, 100);`;
  const workerData = { limits, parent: parentAtStart };
  new Worker(watcher, { eval: true, workerData }).unref();
}

/** Checks the file before parsing: it must begin and end as a PDF, and be nothing else (a ZIP, a page, a program). */
function checkEnvelope(bytes: Buffer): void {
  if (!/^%PDF-[12]\.\d[\r\n\s]/.test(bytes.subarray(0, 10).toString('latin1')))
    throw new Refused('not_a_pdf');
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0) throw new Refused('broken');
  if (/[^\s\0]/.test(bytes.subarray(end + 5).toString('latin1'))) throw new Refused('foreign_bytes');
  const text = bytes.toString('latin1');
  if (/<script|<html|<\?php|<!doctype html/i.test(text.slice(0, 2048))) throw new Refused('foreign_bytes');
  if (/\/(JavaScript|Launch|RichMedia)\b/.test(text)) throw new Refused('active_content');
}

/** Actions that do more than go to a page or open an address. */
const acts = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'Rendition',
  'Movie',
  'Sound',
  'GoToE',
  'GoToR',
  'RichMediaExecute',
]);
const activeKeys = ['JS', 'JavaScript', 'XFA', 'RichMediaContent', 'RichMediaSettings'].map((key) =>
  PDFName.of(key),
);
const fileKeys = ['EmbeddedFiles', 'EF'].map((key) => PDFName.of(key));

function nameOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
}

function checkDict(dict: PDFDict): void {
  if (activeKeys.some((key) => dict.has(key)) || acts.has(nameOf(dict, 'S')))
    throw new Refused('active_content');
  const subtype = nameOf(dict, 'Subtype');
  if (['RichMedia', '3D', 'Screen', 'Movie', 'Sound'].includes(subtype)) throw new Refused('active_content');
  const isFile = fileKeys.some((key) => dict.has(key)) || nameOf(dict, 'Type') === 'EmbeddedFile';
  if (isFile || subtype === 'FileAttachment') throw new Refused('attachments');
  if (subtype === 'Type0') checkFont(dict);
}

/** A Japanese font that is not embedded would be drawn as empty squares, here and on most readers' devices. */
function checkFont(font: PDFDict): void {
  const descendants = font.lookup(PDFName.of('DescendantFonts'));
  const descendant = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
  const descriptor =
    descendant instanceof PDFDict ? descendant.lookup(PDFName.of('FontDescriptor')) : undefined;
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => descriptor instanceof PDFDict && descriptor.has(PDFName.of(key)),
  );
  if (!embedded) throw new Refused('fonts_missing');
}

function checkObjects(context: PDFContext): void {
  const waiting: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const dict = next instanceof PDFStream ? next.dict : next;
    if (dict instanceof PDFDict) {
      checkDict(dict);
      waiting.push(...dict.values());
    } else if (dict instanceof PDFArray) waiting.push(...dict.asArray());
  }
}

/** Checks the structure of the file, object by object. @returns the number of pages */
async function checkStructure(bytes: Buffer, limits: Limits): Promise<number> {
  const document = await PDFDocument.load(bytes, {
    ignoreEncryption: true,
    updateMetadata: false,
    throwOnInvalidObject: true,
  });
  if (document.isEncrypted) throw new Refused('protected');
  checkObjects(document.context);
  const count = document.getPageCount();
  if (count < 1) throw new Refused('no_pages');
  if (count > limits.pages) throw new Refused('too_many_pages');
  return count;
}

/** Draws a page in both widths and, for old browsers, as JPEG. */
async function preparePage(page: PDFiumPage, folder: string, limits: Limits): Promise<object> {
  const { originalWidth: across, originalHeight: down } = page.getOriginalSize();
  const fits = (edge: number) => edge >= limits.leastPoints && edge <= limits.mostPoints;
  const height = Math.max(1, Math.round((largeWidth * down) / across));
  if (!fits(across) || !fits(down) || height > tallest) throw new Refused('page_size');
  const text = page.getText().slice(0, 40_000);
  const drawn = await page.render({ width: largeWidth, height, render: async ({ data }) => data });
  const raw = { width: drawn.width, height: drawn.height, channels: 4 as const };
  const picture = sharp(Buffer.from(drawn.data), { raw }).flatten({ background: '#ffffff' });
  const name = `p${String(page.number + 1).padStart(3, '0')}`;
  const file = (ending: string) => path.join(folder, `${name}${ending}`);
  const small = picture.clone().resize({ width: 800 }).webp({ quality: 80 });
  const middle = picture.clone().resize({ width: 1000 }).jpeg({ quality: 78, mozjpeg: true });
  await writeFile(file('-1600.webp'), await picture.clone().webp({ quality: 76 }).toBuffer());
  await writeFile(file('-800.webp'), await small.toBuffer());
  await writeFile(file('.jpg'), await middle.toBuffer());
  return { page: page.number + 1, width: largeWidth, height, text };
}

async function prepare(source: string, folder: string, limits: Limits): Promise<void> {
  const bytes = readFileSync(source);
  checkEnvelope(bytes);
  const pageCount = await checkStructure(bytes, limits);
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  // two parsers that disagree about a file see different content in it
  if (document.getPageCount() !== pageCount) throw new Refused('broken');
  writeLine({ pageCount });
  for (const page of document.pages()) writeLine(await preparePage(page, folder, limits));
  writeLine({ done: true });
}

const [source = '', folder = '', limitsText = '{}'] = process.argv.slice(2);
const limits = JSON.parse(limitsText) as Limits;
watch(limits);
sharp.concurrency(1);
sharp.cache(false);
// a failure that no limit explains means a broken file
await prepare(source, folder, limits).catch((problem: unknown) =>
  writeLine({ fault: problem instanceof Refused ? problem.message : 'broken' }),
);
process.exit(0);
