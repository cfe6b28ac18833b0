import { spawn } from 'node:child_process';
import path from 'node:path';
import { tell } from '@kizuna/server/tell.ts';
import { requireReachableDatabase } from '../external-database.ts';
import { prepareDatabase, type ReadyDatabase } from '../prepare-database.ts';
import { inProject, pnpmProgram, projectRoot } from '../project.ts';
import { readSettings, type Settings } from '../settings.ts';
import { announceReady } from '../supervisor/announce.ts';
import { prepareDataDirectory } from '../supervisor/data-directory.ts';
import { atEnd, end, isEnding } from '../supervisor/ending.ts';
import { freePort, requireFreePort } from '../supervisor/ports.ts';
import { keepDatabase, keepMailSink, productEnvironment } from '../supervisor/product-parts.ts';
import { restartOnChange } from '../supervisor/restarting-tool.ts';
import { RunLock } from '../supervisor/run-record.ts';
import { build } from './build.ts';

/**
 * `pnpm dev`: database and mail as in `npm start`; the API is compiled by swc and restarted at every change, the pages
 * are served by vite on PORT, which proxies /api. packages/shared is compiled at every change, too.
 */
export default async function run(): Promise<never> {
  const settings = readSettings(process.env, projectRoot);
  prepareDataDirectory(settings.dataDir);
  const lock = await RunLock.take(settings.dataDir);
  atEnd(() => lock.release());
  await requireFreePort('PORT', settings.port, settings.host);
  await build();
  let database: ReadyDatabase;
  if (settings.databaseUrl) {
    await requireReachableDatabase(settings.databaseUrl);
    database = { url: settings.databaseUrl };
  } else {
    const { keeper, first } = await keepDatabase(settings, lock);
    atEnd(() => keeper.stop());
    database = { url: first.url, adminUrl: first.adminUrl };
  }
  await prepareDatabase(database, settings);
  let { smtpUrl } = settings;
  if (!smtpUrl) {
    const sink = await keepMailSink(settings, lock);
    atEnd(() => sink.keeper.stop());
    smtpUrl = sink.smtpUrl;
  }
  const apiPort = await freePort();
  const env = {
    ...process.env,
    ...productEnvironment(settings, database.url, smtpUrl),
    NODE_ENV: 'development',
    API_ORIGIN: `http://127.0.0.1:${apiPort}`,
  };
  startTools(settings, env, apiPort);
  announceReady(settings, { data: settings.dataDir, mail: !settings.smtpUrl });
  return new Promise<never>(() => undefined);
}

/** Compilers in watch mode, the API, and vite with the pages. */
function startTools(settings: Settings, env: NodeJS.ProcessEnv, apiPort: number): void {
  const compileShared = ['exec', 'tsc', '-p', 'tsconfig.json', '--watch', '--preserveWatchOutput'];
  const servePages = [
    'exec',
    'vite',
    'dev',
    '--strictPort',
    '--port',
    String(settings.port),
    '--host',
    settings.host,
  ];
  const api = inProject('apps', 'api', 'dist');
  tool('packages/shared', env, pnpmProgram(), ...compileShared);
  tool('apps/api', env, pnpmProgram(), 'run', 'build', '--watch');
  restartOnChange(path.join(api, 'main.js'), api, { ...env, PORT: String(apiPort) });
  tool('apps/web', env, pnpmProgram(), ...servePages);
}

/** Starts one tool that runs until the end; if it exits by itself, everything stops. */
function tool(workspace: string, env: NodeJS.ProcessEnv, ...args: string[]): void {
  const child = spawn(process.execPath, args, {
    cwd: inProject(workspace),
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  atEnd(async () => {
    child.kill('SIGTERM');
    await exited;
  });
  void exited.then(() => {
    if (isEnding()) return;
    tell(`${workspace} の道具が終わったので、全体を止めます。`);
    void end(1);
  });
}
