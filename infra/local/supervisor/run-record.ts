import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errorCode, Refusal } from '@kizuna/server/refusal.ts';
import { identify, signal, stillRuns, waitUntilGone, type ProcessIdentity } from './process-identity.ts';

/** What a running product records about itself; also its lock on DATA_DIR. */
export interface RunRecord {
  supervisor: ProcessIdentity;
  children: Record<string, ProcessIdentity>;
  /** Present while the embedded database runs, so that db:* and admin:create can reach it. */
  databaseUrl?: string;
  databaseAdminUrl?: string;
  /** Set while the parts are being stopped. */
  ending?: boolean;
}

const LEFTOVER_PATIENCE_MS = 15_000;

/** The lock on one DATA_DIR: two starts on the same data would destroy it. */
export class RunLock {
  readonly #file: string;
  readonly #record: RunRecord;

  private constructor(file: string, record: RunRecord) {
    this.#file = file;
    this.#record = record;
  }

  /**
   * Takes the lock. First stops anything a killed predecessor left running.
   * @throws Refusal if another start holds it.
   */
  static async take(dataDir: string): Promise<RunLock> {
    const file = recordFile(dataDir);
    const supervisor = identify(process.pid);
    if (!supervisor) throw new Error('cannot determine the identity of this process');
    const record: RunRecord = { supervisor, children: {} };
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (claim(file, record)) return new RunLock(file, record);
      const holder = readRecord(file);
      const gone = !holder || (await isGone(holder));
      if (!gone) throw new Refusal(heldBy(holder, dataDir));
      if (holder) await stopLeftovers(holder);
      rmSync(file, { force: true });
    }
    throw new Refusal(
      `「${dataDir}」を使う別の npm start が同時に始まりました。少し待って、もう一度始めてください。`,
    );
  }

  /** Records a child process, so that a later start can stop it if this process is killed. */
  noteChild(name: string, pid: number): void {
    const identity = identify(pid);
    if (identity) this.#record.children[name] = identity;
    this.#write();
  }

  noteDatabase(databaseUrl: string, databaseAdminUrl: string): void {
    Object.assign(this.#record, { databaseUrl, databaseAdminUrl });
    this.#write();
  }

  /** From now on another start waits for the end instead of refusing. */
  noteEnding(): void {
    this.#record.ending = true;
    this.#write();
  }

  release(): void {
    rmSync(this.#file, { force: true });
  }

  #write(): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#record), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

/** The record of the product currently running on this DATA_DIR, else undefined. */
export function findRunning(dataDir: string): RunRecord | undefined {
  const record = readRecord(recordFile(dataDir));
  return record && stillRuns(record.supervisor) ? record : undefined;
}

function recordFile(dataDir: string): string {
  return path.join(dataDir, 'running.json');
}

/** Creates the file completely or not at all: linking a finished file fails if the name is taken. */
function claim(file: string, record: RunRecord): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(record), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readRecord(file: string): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
}

/** Waits for a product that is shutting down. */
async function isGone(record: RunRecord): Promise<boolean> {
  if (record.ending) return waitUntilGone(record.supervisor, LEFTOVER_PATIENCE_MS);
  return !stillRuns(record.supervisor);
}

async function stopLeftovers(record: RunRecord): Promise<void> {
  for (const child of Object.values(record.children).reverse().filter(stillRuns)) {
    signal(child.pid, 'SIGINT');
    if (!(await waitUntilGone(child, LEFTOVER_PATIENCE_MS))) signal(child.pid, 'SIGKILL');
  }
}

function heldBy(record: RunRecord, dataDir: string): string {
  return `きずな講座はもう動いています(プロセス ${record.supervisor.pid}、データ「${dataDir}」)。止めるには、その画面で Ctrl-C を押してください。別に動かすには DATA_DIR と PORT を変えてください。`;
}
