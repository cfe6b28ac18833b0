import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';

import { Piscina } from 'piscina';

/** One processor is left to the requests; the others may compute, one at least. */
export function threadsForWork(): number {
  return Math.max(1, availableParallelism() - 1);
}

/**
 * Threads for work that computes longer than a request may wait. Each thread starts when there is work for it, does one
 * task at a time and stays for the next one; none keeps the process alive. Tasks and answers are copied.
 */
export class ThreadPool<Task, Answer> {
  private pool: Piscina<Task, Answer> | undefined;
  private closed = false;

  /**
   * @param file the compiled program of a thread; its default export is `inBackground(work)`
   * @param options.most how many threads at most; `threadsForWork()` unless given
   */
  constructor(
    private readonly file: string,
    private readonly options: { most?: number; workerData?: unknown } = {},
  ) {}

  /** Runs one task. @throws what the work throws, and Error where its thread ended in the middle or the pool is closed */
  async run(task: Task): Promise<Answer> {
    if (this.closed) throw new Error('the thread pool is closed');
    this.pool ??= this.open();
    return this.pool.run(task);
  }

  /** Ends the threads; tasks without an answer are rejected. */
  async close(): Promise<void> {
    this.closed = true;
    await this.pool?.destroy();
  }

  /** At the first task, because Piscina starts its smallest number of threads at once. */
  private open(): Piscina<Task, Answer> {
    return new Piscina<Task, Answer>({
      filename: pathToFileURL(this.file).href,
      // with none, tasks that wait are forgotten when the only thread exits (Piscina 5.3)
      minThreads: 1,
      maxThreads: this.options.most ?? threadsForWork(),
      idleTimeout: Infinity,
      workerData: this.options.workerData,
    });
  }
}
