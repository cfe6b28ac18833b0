import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject } from '@kizuna/infra/local/project.ts';
import type { ThrowAwayProduct } from '@kizuna/infra/local/testing/throw-away-product.ts';

/** Worker processes for a product that was started without them. */
export class Workers {
  protected readonly product: ThrowAwayProduct;
  protected readonly all: ChildProcess[] = [];

  constructor(product: ThrowAwayProduct) {
    this.product = product;
  }

  start(): void {
    const { databaseUrl, dataDir, origin } = this.product;
    const child = spawn(process.execPath, [inProject('apps', 'api', 'dist', 'worker.js')], {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        PUBLIC_ORIGIN: origin,
        SMTP_URL: 'smtp://127.0.0.1:9',
        LOG_LEVEL: 'error',
      },
      stdio: 'ignore',
    });
    this.all.push(child);
  }

  /** kill -9 of all running workers. @returns how many there were */
  killAll(): number {
    const running = this.running();
    for (const child of running) child.kill('SIGKILL');
    return running.length;
  }

  async stop(): Promise<void> {
    const running = this.running();
    const ended = running.map((child) => new Promise<void>((resolve) => child.once('exit', () => resolve())));
    for (const child of running) child.kill('SIGTERM');
    await Promise.race([Promise.all(ended), wait(10_000)]);
    for (const child of running) child.kill('SIGKILL');
  }

  protected running(): ChildProcess[] {
    return this.all.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  }
}
