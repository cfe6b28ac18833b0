import { readdirSync, readFileSync } from 'node:fs';
import { findRunning } from '@kizuna/infra/local/supervisor/run-record.ts';
import type { ThrowAwayProduct } from '@kizuna/infra/local/testing/throw-away-product.ts';
import type { Figures } from './figure.ts';

/** Linux counts processor time in hundredths of a second on every machine. */
const ticksPerSecond = 100;

/** Seconds of processor time, user and system, of all processes of a product. */
export interface CpuUse {
  /** Application and launcher with all their threads and children, but not the local mail sink. */
  app: number;
  /** PostgreSQL with all its backends. */
  database: number;
}

/**
 * Begins to measure the processor time of a product.
 * @returns ends it; null, and said on stderr, where the system does not report it
 */
export function startCpu(product: ThrowAwayProduct): () => CpuUse | null {
  const before = cpuOfProduct(product);
  return () => {
    const after = before && cpuOfProduct(product);
    if (!before || !after) return sayThatUnknown();
    return { app: after.app - before.app, database: after.database - before.database };
  };
}

/** Processor time that a product uses for some work. */
export async function withCpu<T>(
  product: ThrowAwayProduct,
  work: () => Promise<T>,
): Promise<{ result: T; cpu: CpuUse | null }> {
  const used = startCpu(product);
  const result = await work();
  return { result, cpu: used() };
}

/** The same for a single process with its children, in seconds. */
export async function withCpuOf<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ result: T; cpu: number | null }> {
  const before = cpuOfTree(pid);
  const result = await work();
  const after = cpuOfTree(pid);
  return { result, cpu: before === null || after === null ? sayThatUnknown() : after - before };
}

/** The sum of several measurements; null if one of them is unknown. */
export function sumOfCpu(uses: readonly (CpuUse | null)[]): CpuUse | null {
  const sum: CpuUse = { app: 0, database: 0 };
  for (const use of uses) {
    if (use === null) return null;
    sum.app += use.app;
    sum.database += use.database;
  }
  return sum;
}

/**
 * Notes `<name>.cpu-app` and `<name>.cpu-database`, in milliseconds per operation.
 * @returns their sum; null, without a figure, where the processor time is unknown
 */
export function noteCpu(
  figures: Figures,
  name: string,
  cpu: CpuUse | null,
  operations: number,
): number | null {
  if (cpu === null || operations === 0) return null;
  const [app, database] = [(cpu.app * 1000) / operations, (cpu.database * 1000) / operations];
  figures.note(`${name}.cpu-app`, app, 'ms/operation');
  figures.note(`${name}.cpu-database`, database, 'ms/operation');
  return app + database;
}

function sayThatUnknown(): null {
  process.stderr.write('no processor times: this system does not report them in /proc\n');
  return null;
}

function cpuOfProduct(product: ThrowAwayProduct): CpuUse | null {
  const { mail, database } = findRunning(product.dataDir)?.children ?? {};
  const processes = readProcesses();
  const whole = sumOf(processes, product.pid);
  if (whole === null || !database) return null;
  const ofDatabase = sumOf(processes, database.pid) ?? 0;
  const ofMail = mail ? (sumOf(processes, mail.pid) ?? 0) : 0;
  return { app: whole - ofDatabase - ofMail, database: ofDatabase };
}

function cpuOfTree(pid: number): number | null {
  return sumOf(readProcesses(), pid);
}

interface ProcessTimes {
  parent: number;
  /** Its own time in all threads, and that of its children that have ended. */
  seconds: number;
}

/**
 * A process and all its descendants. What a descendant used before it ended is in the fields of its parent, so the sum
 * loses nothing when, for example, a connection to the database is closed.
 */
function sumOf(processes: ReadonlyMap<number, ProcessTimes>, root: number): number | null {
  const top = processes.get(root);
  if (!top) return null;
  let sum = top.seconds;
  for (const [pid, { parent }] of processes) {
    if (parent === root) sum += sumOf(processes, pid) ?? 0;
  }
  return sum;
}

/** All processes of this machine; none where there is no /proc. */
function readProcesses(): Map<number, ProcessTimes> {
  const found = new Map<number, ProcessTimes>();
  for (const entry of entriesOf('/proc')) {
    const times = /^\d+$/.test(entry) ? timesOf(entry) : null;
    if (times) found.set(Number(entry), times);
  }
  return found;
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function timesOf(pid: string): ProcessTimes | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program is in brackets and may contain anything; after it come state, parent, …
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // utime, stime, cutime, cstime: fields 14 to 17 of the whole line
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), seconds: ticks / ticksPerSecond };
  } catch {
    // It has ended meanwhile
    return null;
  }
}
