import { constants, getPriority, setPriority } from 'node:os';

/**
 * Puts the calling thread behind the ones that answer people: it has a whole processor while nobody waits, and a tenth of
 * one while somebody does. Linux knows a priority of each thread; elsewhere it is the whole process, which stays as it is.
 * Where a container forbids it, nothing changes but the order.
 */
export function standBehind(): void {
  if (process.platform !== 'linux') return;
  try {
    // never forward, where the whole process already stands further behind
    setPriority(0, Math.max(getPriority(0), constants.priority.PRIORITY_BELOW_NORMAL));
  } catch {
    // an order that is refused is no reason not to work
  }
}
