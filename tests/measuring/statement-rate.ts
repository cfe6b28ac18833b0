import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

/** A statement with `$1 …`, and for each parameter the expression that replaces it, over `:viewer` and `:dice`. */
export interface Script {
  statement: string;
  parameters: string[];
  /** `:viewer` is drawn from 1 to this number. */
  viewers: number;
}

interface Run {
  databaseUrl: string;
  clients: number;
  seconds: number;
}

const run = promisify(execFile);

/**
 * How many times per second PostgreSQL alone runs a prepared statement: by pgbench if it is installed, otherwise by a
 * small client over the driver (which costs more, so the baseline is lower). Prints on stderr which one was used.
 */
export async function statementRate(script: Script, options: Run): Promise<number> {
  try {
    const rate = await byPgbench(script, options);
    process.stderr.write(`baseline by pgbench: ${Math.round(rate)}/s\n`);
    return rate;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem;
    const rate = await byDriver(script, options);
    process.stderr.write(`pgbench is not installed; baseline by the driver: ${Math.round(rate)}/s\n`);
    return rate;
  }
}

function textOf({ statement, parameters }: Script, put: (expression: string) => string): string {
  return statement.replaceAll(/\$(\d+)/g, (_, number: string) => `(${put(parameters[Number(number) - 1]!)})`);
}

async function byPgbench(script: Script, { databaseUrl, clients, seconds }: Run): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kizuna-pgbench-'));
  const file = path.join(folder, 'statement.sql');
  const text = textOf(script, (expression) => expression).replaceAll(/\s+/g, ' ');
  const dice = `\\set viewer random(1, ${script.viewers})\n\\set dice random(1, 1000000000)\n`;
  writeFileSync(file, `${dice}${text};\n`);
  const args = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', file];
  try {
    const { stdout } = await run('pgbench', [...args, databaseUrl]);
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function byDriver(script: Script, { databaseUrl, clients, seconds }: Run): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: clients });
  const text = textOf(script, (one) =>
    one.replaceAll(':viewer', '$1::bigint').replaceAll(':dice', '$2::bigint'),
  );
  const until = performance.now() + seconds * 1000;
  const draw = (most: number) => 1 + Math.floor(Math.random() * most);
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (; performance.now() < until; done += 1)
        await pool.query({ name: 'reference', text, values: [draw(script.viewers), draw(1e9)] });
    }),
  );
  await pool.end();
  return done / seconds;
}
