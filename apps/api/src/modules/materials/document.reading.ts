import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { DocumentFault } from '@kizuna/shared/vocabulary/materials';

import type { PageSize } from './material.entity.js';
import { isDocumentFault, readableText, type ReadingLimits } from './materials.policy.js';

/** What a PDF turned out to be: pages with their words, or why it is refused. */
export type Reading = { pages: PageSize[]; texts: string[] } | { fault: DocumentFault };

/** A page is ready, or the number of pages is known. */
export type ReadingProgress = { donePages: number; pageCount: number };

/** The part of a line of the process that is believed; it is checked, for a hostile file may speak through it. */
type Line = Partial<Record<'pageCount' | 'page' | 'width' | 'height', number>> & {
  text?: string;
  done?: boolean;
  fault?: string;
};

const self = fileURLToPath(import.meta.url);
/** Beside this file, in the same language: TypeScript in tests, JavaScript in the product. */
const program = path.join(path.dirname(self), `document.process${path.extname(self)}`);

/**
 * Reads a PDF in a process of its own (document.process.ts), which writes the pictures of its pages into
 * `folder`. The process may write nowhere else and start nothing; it ends before this returns, whatever happens.
 * @param signal ends it early; the promise is then rejected with the signal's reason
 */
export async function readPdf(
  file: string,
  folder: string,
  limits: ReadingLimits,
  onProgress: (progress: ReadingProgress) => void,
  signal?: AbortSignal,
): Promise<Reading> {
  signal?.throwIfAborted();
  const flags = [
    '--permission',
    '--allow-fs-read=*',
    `--allow-fs-write=${folder}`,
    '--allow-addons',
    '--allow-worker',
  ];
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=SecurityWarning',
      '--max-old-space-size=600',
      ...flags,
      program,
      file,
      folder,
      JSON.stringify(limits),
    ],
    { stdio: ['ignore', 'pipe', 'ignore'], env: {} },
  );
  const kill = () => child.kill('SIGKILL');
  const ended = new Promise<void>((resolve, reject) =>
    child.once('close', () => resolve()).once('error', reject),
  );
  // the process watches itself; this is for one that no longer can
  const tooLong = setTimeout(kill, limits.totalMs + 10_000);
  signal?.addEventListener('abort', kill, { once: true });
  try {
    const reading = await collect(createInterface({ input: child.stdout }), onProgress);
    return reading;
  } finally {
    kill();
    clearTimeout(tooLong);
    signal?.removeEventListener('abort', kill);
    await ended;
    signal?.throwIfAborted();
  }
}

async function collect(
  lines: AsyncIterable<string>,
  onProgress: (progress: ReadingProgress) => void,
): Promise<Reading> {
  const pages: PageSize[] = [];
  const texts: string[] = [];
  let pageCount = 0;
  for await (const text of lines) {
    const line = parsed(text);
    if (line === null) continue;
    if (isDocumentFault(line.fault)) return { fault: line.fault };
    if (line.done === true && pages.length === pageCount && pageCount > 0) return { pages, texts };
    if (line.pageCount !== undefined) pageCount = line.pageCount;
    if (line.page === pages.length + 1 && line.width && line.height) {
      pages.push({ width: line.width, height: line.height });
      texts.push(readableText(line.text ?? ''));
    }
    onProgress({ donePages: pages.length, pageCount });
  }
  // it ended without a word: killed by the system, or its memory was not to be had
  return { fault: 'too_heavy' };
}

function parsed(text: string): Line | null {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' && line !== null ? line : null;
  } catch {
    return null; // half a line of a process that was killed
  }
}
