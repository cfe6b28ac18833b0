import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second on every machine. */
const ticksPerSecond = 100;

/** Seconds of processor time that a process has used in all its threads; null if the system does not report it. */
export function cpuSecondsOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program is in brackets and may contain anything
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return null;
  }
}
