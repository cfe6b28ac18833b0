import { lowerPriority } from './thread-priority.js';

/** The default export of a thread's program: runs each task, below the priority of the threads that serve requests. */
export function inBackground<Task, Answer>(
  work: (task: Task) => Answer | Promise<Answer>,
): (task: Task) => Answer | Promise<Answer> {
  lowerPriority();
  return work;
}
