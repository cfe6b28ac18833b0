import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { DocumentFault } from '@kizuna/shared/vocabulary/materials';

import type { PageSize } from './material.entity.js';
import { isDocumentFault, readableText, type ReadingLimits } from './materials.policy.js';

/** The result of reading a PDF: pages with their text, or why it is refused. */
export type Reading = { pages: PageSize[]; texts: string[] } | { fault: DocumentFault };

/** A page is ready, or the number of pages is known. */
export type ReadingProgress = { donePages: number; pageCount: number };

/** The accepted fields of a line from the process; validated, because a hostile file may control it. */
type Line = Partial<Record<'pageCount' | 'page' | 'width' | 'height', number>> & {
  text?: string;
  done?: boolean;
  fault?: string;
};

const self = fileURLToPath(import.meta.url);
/** Next to this file, with the same extension: TypeScript in tests, JavaScript in production. */
const program = path.join(path.dirname(self), `document.process${path.extname(self)}`);

/**
 * Reads a PDF in a separate process (document.process.ts), which writes the page images into `folder`. The process can
 * write nowhere else and start nothing; it has always exited when this returns.
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
  // the process has its own watchdog; this is for one that hangs
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
  // it exited without a result: killed by the system, or memory could not be allocated
  return { fault: 'too_heavy' };
}

function parsed(text: string): Line | null {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' && line !== null ? line : null;
  } catch {
    return null; // a partial line of a killed process
  }
}
