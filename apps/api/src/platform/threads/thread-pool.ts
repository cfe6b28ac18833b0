import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';

import { Piscina } from 'piscina';

/** One processor is reserved for requests; the others may compute, at least one. */
export function threadsForWork(): number {
  return Math.max(1, availableParallelism() - 1);
}

/**
 * Threads for computations longer than a request may block. Each thread starts when there is work for it, runs one
 * task at a time and is reused; none keeps the process alive. Tasks and results are copied.
 */
export class ThreadPool<Task, Answer> {
  private pool: Piscina<Task, Answer> | undefined;
  private closed = false;

  /**
   * @param file the compiled program of a thread; its default export is `inBackground(work)`
   * @param options.most maximum number of threads; default `threadsForWork()`
   */
  constructor(
    private readonly file: string,
    private readonly options: { most?: number; workerData?: unknown } = {},
  ) {}

  /** Runs one task. @throws the error of the work, and Error if its thread ended prematurely or the pool is closed */
  async run(task: Task): Promise<Answer> {
    if (this.closed) throw new Error('the thread pool is closed');
    this.pool ??= this.open();
    return this.pool.run(task);
  }

  /** Ends the threads; unfinished tasks are rejected. */
  async close(): Promise<void> {
    this.closed = true;
    await this.pool?.destroy();
  }

  /** On the first task, because Piscina starts its minimum number of threads at once. */
  private open(): Piscina<Task, Answer> {
    return new Piscina<Task, Answer>({
      filename: pathToFileURL(this.file).href,
      // with zero, waiting tasks are lost when the only thread exits (Piscina 5.3)
      minThreads: 1,
      maxThreads: this.options.most ?? threadsForWork(),
      idleTimeout: Infinity,
      workerData: this.options.workerData,
    });
  }
}
