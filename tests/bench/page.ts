import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@kizuna/infra/local/supervisor/ports.ts';
import { startServer } from '../measuring/child-server.ts';
import type { Measuring } from '../measuring/command.ts';
import { startQuietProduct } from '../measuring/quiet-product.ts';
import { learnerPages } from '../measuring/learner-pages.ts';
import { sendLoad } from '../measuring/load.ts';

const blankFolder = path.join(import.meta.dirname, 'blank-page');

/** [page] Pages of a signed-in learner, rendered on the server: home, course, lesson. */
export default async function page({ figures, seconds }: Measuring): Promise<void> {
  const blank = await measureBlank(seconds);
  const product = await startQuietProduct({ SEED: 'large' });
  try {
    const requests = await learnerPages(product.origin, product.databaseUrl);
    await sendLoad({ origin: product.origin, requests, connections: 8, seconds: 3 });
    const full = await sendLoad({ origin: product.origin, requests, connections: 32, seconds });
    const calm = await sendLoad({ origin: product.origin, requests, connections: 32, seconds, rate: 100 });
    figures.atLeast('page.requests', full.perSecond, 400, '1/s', blank);
    figures.atMost('page.p95', calm.p95, 150, 'ms');
    figures.atLeast('page.of-blank', full.perSecond / blank, 0.3, 'ratio', blank);
    figures.exactly('page.errors', full.errors + calm.errors, 0, 'count');
  } finally {
    await product.stop();
  }
}

/** Requests per second of a SvelteKit page with one paragraph, in a process of its own. */
async function measureBlank(seconds: number): Promise<number> {
  if (!existsSync(path.join(blankFolder, 'build', 'index.js'))) {
    const vite = path.join(import.meta.dirname, '..', 'node_modules', 'vite', 'bin', 'vite.js');
    execFileSync(process.execPath, [vite, 'build'], { cwd: blankFolder, stdio: 'ignore' });
  }
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production' };
  const server = await startServer(process.execPath, ['build/index.js'], { cwd: blankFolder, env, address });
  try {
    await sendLoad({ origin: address, requests: [{ path: '/' }], connections: 8, seconds: 2 });
    const load = {
      origin: address,
      requests: [{ path: '/' }],
      connections: 32,
      seconds: Math.min(seconds, 5),
    };
    return (await sendLoad(load)).perSecond;
  } finally {
    await server.stop();
  }
}
