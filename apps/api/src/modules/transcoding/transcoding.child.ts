import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readlinkSync } from 'node:fs';
import { createInterface } from 'node:readline';

import { FilmRefused } from './film-refused.js';
import { WorkInterrupted } from './work-interrupted.js';

/** A run of ffmpeg or ffprobe. */
export interface ChildRun {
  program: string;
  args: string[];
  /** The work folder: the child runs in it, and stray children are identified by it. */
  cwd: string;
  timeoutMs: number;
  /** Ends the run: the job was lost to another worker, or this process ends. */
  signal: AbortSignal;
  /** Maximum address space, in KiB. */
  memoryKib: number;
  pdeathsig: boolean;
  /** Called with every line of standard output. */
  onLine?: (line: string) => void;
}

export interface ChildResult {
  /** Null if ended by a signal. */
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Standard output, unless passed to `onLine`; at most 8 MiB. */
  output: string;
  /** The end of standard error. */
  complaints: string;
}

const largestOutput = 8 * 1024 * 1024;
const keptComplaints = 8_000;
/** 8 GiB in blocks of 512 bytes: larger than any possible result. */
const largestFileBlocks = 16 * 1024 * 1024;

/**
 * The shell leads a process group of its own. Its background part waits at the end of a pipe that only the worker holds:
 * when the pipe closes, because the worker ended the run or was killed, the whole group is killed. Should the shell be
 * killed as well, setpriv has the kernel kill the program. Where Linux schedules by session (autogroup), niceness counts
 * inside a session only, so the shell's own session is niced as well: a busy core gives it a quarter.
 */
const leash = `
exec 3<&0 </dev/null
group=$$
( read -r nothing <&3; kill -s KILL -- "-$group" ) >/dev/null 2>&1 &
watch=$!
exec 3<&-
( echo 5 >/proc/self/autogroup ) 2>/dev/null
ulimit -v "$1" 2>/dev/null
ulimit -f ${largestFileBlocks} 2>/dev/null
ulimit -c 0 2>/dev/null
shift
"$@"
status=$?
kill -s KILL "$watch" 2>/dev/null
exit $status`;

/**
 * Runs a program to its end: niced, in its own process group, with limits on time, memory and file size.
 * @throws FilmRefused `took_too_long`; WorkInterrupted if it was ended from outside
 */
export async function runChild(run: ChildRun): Promise<ChildResult> {
  if (run.signal.aborted) throw new WorkInterrupted('the job was lost or the process is stopping');
  const child = start(run);
  let late = false;
  const end = () => endGroup(child);
  const timer = setTimeout(() => {
    late = true;
    end();
  }, run.timeoutMs);
  run.signal.addEventListener('abort', end, { once: true });
  try {
    const result = await follow(child, run.onLine);
    if (late) throw new FilmRefused('took_too_long', `${run.timeoutMs} ms`);
    if (run.signal.aborted) throw new WorkInterrupted('the job was lost or the process is stopping');
    return withSignal(result);
  } finally {
    clearTimeout(timer);
    run.signal.removeEventListener('abort', end);
    endGroup(child);
  }
}

/**
 * The environment of the programs: nothing of ours but the search path. The statically linked binaries of the npm
 * packages read the character sets of an MPEG-TS through glibc's iconv, which loads the system's modules and with them
 * another libc, and crashes (SIGSEGV); an empty GCONV_PATH restricts it to its built-in character sets.
 * @param home a folder used only by this run
 */
export function filmEnvironment(home: string): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', HOME: home, GCONV_PATH: `${home}/no-gconv` };
}

function start(run: ChildRun): ChildProcess {
  const env = filmEnvironment(run.cwd);
  const stdio: ['pipe', 'pipe', 'pipe'] = ['pipe', 'pipe', 'pipe'];
  if (process.platform === 'win32') {
    return spawn(run.program, run.args, { cwd: run.cwd, env, stdio, windowsHide: true });
  }
  const tie = run.pdeathsig ? ['setpriv', '--pdeathsig', 'KILL'] : [];
  const command = [...tie, 'nice', '-n', '10', run.program, ...run.args];
  return spawn('/bin/sh', ['-c', leash, 'kizuna-film', String(run.memoryKib), ...command], {
    cwd: run.cwd,
    env,
    stdio,
    detached: true,
  });
}

/** Closing the pipe ends the group; killing it here as well makes that immediate. */
function endGroup(child: ChildProcess): void {
  child.stdin?.destroy();
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // already exited
  }
}

function follow(child: ChildProcess, onLine: ChildRun['onLine']): Promise<ChildResult> {
  let output = '';
  let complaints = '';
  child.stdin?.on('error', () => undefined);
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString('utf8')).slice(-keptComplaints);
  });
  if (onLine && child.stdout) createInterface({ input: child.stdout }).on('line', onLine);
  else {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (output.length < largestOutput) output += chunk.toString('utf8');
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new WorkInterrupted(`cannot start: ${error.message}`)));
    child.once('close', (code, signal) => resolve({ code, signal, output, complaints }));
  });
}

/** A shell reports a child that died of signal n as 128 + n. */
function withSignal(result: ChildResult): ChildResult {
  const signals: Record<number, NodeJS.Signals> = {
    4: 'SIGILL',
    6: 'SIGABRT',
    7: 'SIGBUS',
    8: 'SIGFPE',
    9: 'SIGKILL',
    11: 'SIGSEGV',
    15: 'SIGTERM',
    25: 'SIGXFSZ',
  };
  const signal = result.code !== null && result.code > 128 ? signals[result.code - 128] : undefined;
  return signal ? { ...result, code: null, signal } : result;
}

/**
 * Kills processes still running in a work folder: children of a dead worker. Linux only; elsewhere the pipe ends them.
 */
export function killStrays(workFolder: string): number {
  if (process.platform !== 'linux') return 0;
  let killed = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      if (readlinkSync(`/proc/${name}/cwd`) !== workFolder || Number(name) === process.pid) continue;
      process.kill(Number(name), 'SIGKILL');
      killed += 1;
    } catch {
      // already exited, or owned by another user
    }
  }
  return killed;
}
