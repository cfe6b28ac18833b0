import { constants, getPriority, setPriority } from 'node:os';

/**
 * Lowers the priority of the calling thread: it gets a whole processor while no request is waiting, and about a tenth
 * of one otherwise. Linux has a priority per thread; elsewhere it belongs to the whole process and is not changed.
 * (Piscina's own `niceIncrement` needs a native package.) If a container forbids it, only the scheduling order changes.
 */
export function lowerPriority(): void {
  if (process.platform !== 'linux') return;
  try {
    // never raise it if the whole process already has a lower one
    setPriority(0, Math.max(getPriority(0), constants.priority.PRIORITY_BELOW_NORMAL));
  } catch {
    // failing to lower the priority is not an error
  }
}
