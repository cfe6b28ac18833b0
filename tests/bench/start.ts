import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@kizuna/infra/local/supervisor/ports.ts';
import { waitForAnswer } from '../measuring/child-server.ts';
import type { Measuring } from '../measuring/command.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

/** [start] `npm start` in a fresh clone with an empty home directory, and a second time with everything in place. */
export default async function start({ figures }: Measuring): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kizuna-fresh-'));
  try {
    const clone = path.join(folder, 'clone');
    const home = path.join(folder, 'home');
    mkdirSync(home);
    execFileSync('git', ['clone', '--quiet', root, clone]);
    figures.atMost('start.fresh', await timeToAnswer(clone, home, 600), 180, 's');
    figures.atMost('start.warm', await timeToAnswer(clone, home, 120), 15, 's');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds from `npm start` to the first page served. */
async function timeToAnswer(clone: string, home: string, patience: number): Promise<number> {
  const [port, mailPort] = [await freePort(), await freePort()];
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|PNPM|DATABASE_URL$|SMTP_URL$|SEED$)/i.test(name),
  );
  const npm = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...Object.fromEntries(kept), HOME: home, PORT: String(port), MAIL_PORT: String(mailPort) },
    stdio: 'ignore',
    detached: true,
  });
  const exited = new Promise<void>((resolve) => npm.once('exit', () => resolve()));
  try {
    return (await waitForAnswer(`http://localhost:${port}/`, patience)) / 1000;
  } finally {
    process.kill(-npm.pid!, 'SIGINT');
    await exited;
  }
}
