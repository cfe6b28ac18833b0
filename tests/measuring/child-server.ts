import { spawn, type ChildProcess } from 'node:child_process';

/** Starts a server program and waits until it responds. @returns a function that stops it */
export async function startServer(
  program: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; address: string; seconds?: number },
): Promise<{ child: ChildProcess; stop: () => Promise<void> }> {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: 'ignore',
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await waitForAnswer(options.address, options.seconds ?? 60);
  return {
    child,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Waits for a 2xx response. @returns milliseconds waited. @throws Error after `seconds` */
export async function waitForAnswer(address: string, seconds: number): Promise<number> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < seconds * 1000) {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(1_000) });
      await answer.arrayBuffer();
      if (answer.ok) return performance.now() - startedAt;
    } catch {
      // not yet
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${address} did not respond within ${seconds} s`);
}
