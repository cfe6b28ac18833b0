import { open } from 'node:fs/promises';

import { FilmRefused } from './film-refused.js';
import { runChild, type ChildResult } from './transcoding.child.js';
import { looksLikeFilm, readableFormats, type Probed } from './transcoding.probe.policy.js';
import type { FilmTools } from './transcoding.tools.js';
import { WorkInterrupted } from './work-interrupted.js';

/** The working folder and the abort signal of a transcode. */
export interface Workplace {
  tools: FilmTools;
  /** Absolute; everything the programs write is below it. */
  folder: string;
  signal: AbortSignal;
}

/** Called with the milliseconds of film processed. */
export type OnDone = (doneMs: number) => void;

const probeTimeoutMs = 30_000;
const probeMemoryKib = 2 * 1024 * 1024;
const encodeMemoryKib = 6 * 1024 * 1024;
/** Signals by which a program crashes because of the file's content. */
const crashes = new Set(['SIGSEGV', 'SIGABRT', 'SIGFPE', 'SIGILL', 'SIGBUS', 'SIGXFSZ']);
const noRoom = /No space left on device|Disk quota exceeded/;

/** Input options: the program reads only the file itself, whatever the file refers to. */
export function inputArgs(file: string): string[] {
  return ['-protocol_whitelist', 'file,pipe', '-format_whitelist', readableFormats, '-i', `file:${file}`];
}

/** Inspects a film with ffprobe. @throws FilmRefused `not_a_film` or `unreadable` */
export async function probe(at: Workplace, file: string): Promise<Probed> {
  const entries =
    'format=format_name,duration,nb_streams:stream=index,codec_type,codec_name,profile,level,codec_tag_string,width,height,' +
    'sample_aspect_ratio,avg_frame_rate,r_frame_rate,field_order,channels,duration:stream_disposition:stream_tags=rotate:' +
    'stream_side_data';
  const result = await runChild({
    program: at.tools.ffprobe,
    args: ['-v', 'error', ...inputArgs(file), '-show_entries', entries, '-of', 'json'],
    cwd: at.folder,
    timeoutMs: probeTimeoutMs,
    signal: at.signal,
    memoryKib: probeMemoryKib,
    pdeathsig: at.tools.pdeathsig,
  });
  if (result.code === 0) {
    try {
      return JSON.parse(result.output) as Probed;
    } catch {
      throw new FilmRefused('unreadable', 'ffprobe returned no JSON');
    }
  }
  if (result.signal === 'SIGKILL') throw new WorkInterrupted('ffprobe was killed');
  throw new FilmRefused((await isFilm(file)) ? 'unreadable' : 'not_a_film', result.complaints.slice(-300));
}

async function isFilm(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const head = new Uint8Array(192);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return looksLikeFilm(head.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/**
 * Runs ffmpeg.
 * @returns its standard error (with `-v info`: its report)
 * @throws FilmRefused `unreadable` if it fails on the film, `took_too_long`; WorkInterrupted if the film was not the
 * cause
 */
export async function ffmpeg(
  at: Workplace,
  args: string[],
  options: { timeoutMs: number; onDone?: OnDone; verbose?: boolean; onLine?: (line: string) => void },
): Promise<string> {
  const onLine = options.onLine ?? progressReader(options.onDone);
  const result = await runChild({
    program: at.tools.ffmpeg,
    args: [
      ...['-nostdin', '-hide_banner', '-nostats', '-y', '-v', options.verbose ? 'info' : 'error'],
      ...(options.onDone ? ['-progress', 'pipe:1'] : []),
      ...args,
    ],
    cwd: at.folder,
    timeoutMs: options.timeoutMs,
    signal: at.signal,
    memoryKib: encodeMemoryKib,
    pdeathsig: at.tools.pdeathsig,
    onLine,
  });
  judge(result);
  return result.complaints;
}

function judge({ code, signal, complaints }: ChildResult): void {
  if (code === 0) return;
  const why = complaints.slice(-500);
  if (noRoom.test(complaints)) throw new WorkInterrupted('no room on the disk');
  if (signal !== null && !crashes.has(signal)) throw new WorkInterrupted(`ffmpeg was ended by ${signal}`);
  throw new FilmRefused('unreadable', `${signal ?? code}: ${why}`);
}

function progressReader(onDone: OnDone | undefined): (line: string) => void {
  return (line) => {
    // named milliseconds, but counted in microseconds
    const done = /^out_time_ms=(\d+)/.exec(line)?.[1];
    if (done !== undefined) onDone?.(Number(done) / 1000);
  };
}
