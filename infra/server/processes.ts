import { Refusal } from './refusal.ts';

/** Beyond this many processes of one machine PostgreSQL is the limit: each has ten connections. */
const most = 8;

/**
 * How many processes serve web and API: `WEB_PROCESSES`, else one core of three is left to PostgreSQL and the films, and
 * up to two cores one process is faster than two (docs/adr/0042 has the figures).
 * @throws Refusal for anything but a whole number from 1 to 8
 */
export function processesFor(setting: string | undefined, cores: number): number {
  if (setting === undefined || setting === '')
    return Math.min(most, Math.max(1, Math.floor((cores * 2) / 3)));
  const count = Number(setting);
  if (!Number.isInteger(count) || count < 1 || count > most)
    throw new Refusal(`WEB_PROCESSES は 1 から ${most} までの数にしてください。`);
  return count;
}
