import { constants, getPriority, setPriority } from 'node:os';

/**
 * Lowers the priority of the calling thread: it gets a whole processor while no request waits, and about a tenth of one
 * while some do. Linux has a priority for each thread; elsewhere it belongs to the whole process, which stays as it is.
 * (Piscina's own `niceIncrement` needs a native package.) Where a container forbids it, only the order changes.
 */
export function lowerPriority(): void {
  if (process.platform !== 'linux') return;
  try {
    // never raise it, where the whole process already has a lower one
    setPriority(0, Math.max(getPriority(0), constants.priority.PRIORITY_BELOW_NORMAL));
  } catch {
    // a refused priority is no reason not to work
  }
}
