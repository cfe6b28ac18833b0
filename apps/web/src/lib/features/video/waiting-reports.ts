import type { WatchReportBody } from '@kizuna/shared/contracts/learning';

/** A report that the server has not confirmed. Ids and ranges only: a shared tablet tells the next person nothing. */
export interface WaitingReport {
  personId: string;
  enrolmentId: string;
  lessonId: string;
  /** When it was last written, milliseconds since 1970; the oldest goes first when there are too many. */
  keptAt: number;
  body: WatchReportBody;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** One entry for each playback, so that two tabs never write over each other. */
const prefix = 'kizuna-report:';
/** The most reports that wait on a device, of all its people together. */
export const mostWaiting = 40;

const placeOf = (body: WatchReportBody): string => prefix + body.playbackId;

/** Keeps the newest report of a playback. Where storage is full or refused, the page's own memory has to do. */
export function keepReport(store: Store, report: WaitingReport): void {
  try {
    const kept = parse(store.getItem(placeOf(report.body)));
    if (kept && kept.body.sequence > report.body.sequence) return;
    store.setItem(placeOf(report.body), JSON.stringify(report));
    const surplus = allOf(store).slice(0, -mostWaiting);
    for (const { body } of surplus) store.removeItem(placeOf(body));
  } catch {
    /* nothing else to do */
  }
}

/** The server has taken this report: nothing waits any more, unless a newer one was kept meanwhile. */
export function forgetReport(store: Store, sent: WatchReportBody): void {
  try {
    const kept = parse(store.getItem(placeOf(sent)));
    if (!kept || kept.body.sequence <= sent.sequence) store.removeItem(placeOf(sent));
  } catch {
    /* nothing was kept */
  }
}

/** What waits for one person, the oldest first. Another person's reports stay where they are. */
export function reportsOf(store: Store, personId: string): WaitingReport[] {
  try {
    return allOf(store).filter((report) => report.personId === personId);
  } catch {
    return [];
  }
}

function allOf(store: Store): WaitingReport[] {
  const found: WaitingReport[] = [];
  for (let i = 0; i < store.length; i++) {
    const place = store.key(i);
    const report = place?.startsWith(prefix) ? parse(store.getItem(place)) : null;
    if (report) found.push(report);
  }
  return found.sort((a, b) => a.keptAt - b.keptAt);
}

/** Storage can hold anything; what does not look like a report is none. */
function parse(text: string | null): WaitingReport | null {
  try {
    const report = JSON.parse(text ?? 'null') as WaitingReport | null;
    const ids = [report?.personId, report?.enrolmentId, report?.lessonId, report?.body.playbackId];
    const whole = ids.every((id) => typeof id === 'string' && /^[\w-]+$/.test(id));
    return whole && Number.isInteger(report?.body.sequence) && Number.isFinite(report?.keptAt)
      ? report
      : null;
  } catch {
    return null;
  }
}
