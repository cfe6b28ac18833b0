import { parentPort } from 'node:worker_threads';

import { standBehind } from './thread-priority.js';

/** A task as it goes to a thread. */
export interface TaskMessage {
  number: number;
  task: unknown;
}

/** What comes back: the answer, or why there is none. */
export type AnswerMessage = { number: number; answer: unknown } | { number: number; failure: Error };

/** Inside a thread: answers one task after the other, behind whoever waits for a page. */
export function answerTasks<Task, Answer>(work: (task: Task) => Answer | Promise<Answer>): void {
  standBehind();
  parentPort?.on('message', (message: TaskMessage) => {
    void reply(message, work as (task: unknown) => unknown);
  });
}

async function reply({ number, task }: TaskMessage, work: (task: unknown) => unknown): Promise<void> {
  const send = (message: AnswerMessage) => parentPort?.postMessage(message);
  try {
    send({ number, answer: await work(task) });
  } catch (error) {
    send({ number, failure: error instanceof Error ? error : new Error(String(error)) });
  }
}
