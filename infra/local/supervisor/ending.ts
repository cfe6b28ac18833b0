type Step = () => void | Promise<void>;

/** The cleanup still to do before this process may end, oldest first. */
const steps: Step[] = [];
let endingWith: number | undefined;

/** Registers a cleanup for the end; the newest runs first. Returns a function that unregisters it. */
export function atEnd(step: Step): () => void {
  steps.push(step);
  return () => {
    const index = steps.indexOf(step);
    if (index >= 0) steps.splice(index, 1);
  };
}

/** Whether this process is shutting down. */
export function isEnding(): boolean {
  return endingWith !== undefined;
}

/** Runs every registered cleanup and exits. A second call changes nothing. */
export async function end(code: number): Promise<void> {
  if (isEnding()) return;
  endingWith = code;
  for (let step = steps.pop(); step; step = steps.pop()) {
    try {
      await step();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      endingWith = 1;
    }
  }
  process.exit(endingWith);
}

/**
 * Shuts down in order on Ctrl-C, SIGTERM, a closed terminal, and when bootstrap.mjs (at the other end of the channel)
 * is gone. Repeated signals are normal: the terminal, npm and bootstrap each send one.
 */
export function endOnSignals(code: number, before: () => void = () => undefined): void {
  const stop = () => {
    if (!isEnding()) before();
    void end(code);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  if (process.connected) {
    process.on('disconnect', stop);
    process.channel?.unref();
  }
}
