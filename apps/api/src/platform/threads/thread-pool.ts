import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { AnswerMessage, TaskMessage } from './thread-tasks.js';

interface Waiting extends TaskMessage {
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

interface Thread {
  worker: Worker;
  task: Waiting | undefined;
}

/** One processor is left to the people who wait for a page; the others may compute, one at least. */
export function threadsForWork(): number {
  return Math.max(1, availableParallelism() - 1);
}

/**
 * Threads for work that computes longer than a request may wait. Each is started when there is work for it and does one
 * task at a time; none keeps the process alive. Tasks and answers are copied.
 */
export class ThreadPool<Task, Answer> {
  private readonly threads: Thread[] = [];
  private readonly queue: Waiting[] = [];
  private numbers = 0;
  private closed = false;

  constructor(
    /** The thread's compiled program; it calls `answerTasks`. */
    private readonly file: string,
    private readonly options: { most?: number; workerData?: unknown } = {},
  ) {}

  /** Has a task done. @throws what the work throws, and Error where its thread ended in the middle */
  run(task: Task): Promise<Answer> {
    if (this.closed) return Promise.reject(new Error('the threads have ended'));
    return new Promise<Answer>((resolve, reject) => {
      this.numbers += 1;
      this.queue.push({ number: this.numbers, task, resolve: resolve as Waiting['resolve'], reject });
      this.distribute();
    });
  }

  /** Ends the threads; what was not answered is refused. */
  async close(): Promise<void> {
    this.closed = true;
    const ended = new Error('the threads have ended');
    for (const { reject } of this.queue.splice(0)) reject(ended);
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  private distribute(): void {
    while (this.queue.length > 0) {
      const thread = this.threads.find(({ task }) => task === undefined) ?? this.start();
      if (!thread) return;
      const { number, task } = (thread.task = this.queue.shift()!);
      thread.worker.ref();
      thread.worker.postMessage({ number, task } satisfies TaskMessage);
    }
  }

  private start(): Thread | undefined {
    if (this.threads.length >= (this.options.most ?? threadsForWork())) return undefined;
    const worker = new Worker(this.file, { workerData: this.options.workerData });
    const thread: Thread = { worker, task: undefined };
    worker.on('message', (message: AnswerMessage) => {
      const { task } = thread;
      thread.task = undefined;
      worker.unref();
      if ('failure' in message) task?.reject(message.failure);
      else task?.resolve(message.answer);
      this.distribute();
    });
    worker.on('error', (error) => this.lose(thread, error));
    worker.on('exit', () => this.lose(thread, new Error('the thread ended in the middle of a task')));
    this.threads.push(thread);
    return thread;
  }

  private lose(thread: Thread, error: unknown): void {
    const at = this.threads.indexOf(thread);
    if (at >= 0) this.threads.splice(at, 1);
    thread.task?.reject(error);
    thread.task = undefined;
    if (!this.closed) this.distribute();
  }
}
