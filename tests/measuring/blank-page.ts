import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@kizuna/infra/local/supervisor/ports.ts';
import { startServer } from './child-server.ts';
import { withCpuOf } from './cpu-time.ts';
import { sendLoad } from './load.ts';

const tests = path.join(import.meta.dirname, '..');
const folder = path.join(tests, 'bench', 'blank-page');

/** What a SvelteKit page with one paragraph costs on this machine. */
export interface BlankPage {
  perSecond: number;
  /** Milliseconds of processor time per page; null where the system does not report it. */
  cpu: number | null;
}

/** Measures the blank page, served by a process of its own; builds it first if needed. */
export async function measureBlankPage(load: { connections: number; seconds: number }): Promise<BlankPage> {
  if (!existsSync(path.join(folder, 'build', 'index.js'))) {
    const vite = path.join(tests, 'node_modules', 'vite', 'bin', 'vite.js');
    execFileSync(process.execPath, [vite, 'build'], { cwd: folder, stdio: 'ignore' });
  }
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production' };
  const server = await startServer(process.execPath, ['build/index.js'], {
    cwd: folder,
    env,
    address: origin,
  });
  const requests = [{ path: '/' }];
  try {
    await sendLoad({ origin, requests, connections: 8, seconds: 2 });
    const { result, cpu } = await withCpuOf(server.child.pid!, () =>
      sendLoad({ origin, requests, connections: load.connections, seconds: Math.min(load.seconds, 5) }),
    );
    return { perSecond: result.perSecond, cpu: cpu === null ? null : (cpu * 1000) / result.answers };
  } finally {
    await server.stop();
  }
}

/** Processor time of an operation against that of the blank page; null where either is unknown. */
export function ofBlank(cpu: number | null, blank: BlankPage): number | null {
  return cpu === null || blank.cpu === null ? null : cpu / blank.cpu;
}
