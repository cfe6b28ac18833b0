import type { WatchReportBody } from '@kizuna/shared/contracts/learning';

/**
 * A report that the server has not confirmed. Contains ids and ranges only, so a shared tablet reveals nothing to the
 * next person.
 */
export interface WaitingReport {
  personId: string;
  enrolmentId: string;
  lessonId: string;
  /** When it was last stored, milliseconds since 1970; if there are too many, the oldest is dropped first. */
  keptAt: number;
  body: WatchReportBody;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** One entry per playback, so that two tabs never overwrite each other. */
const prefix = 'kizuna-report:';
/** The maximum number of reports stored on a device, for all its users together. */
export const mostWaiting = 40;

const placeOf = (body: WatchReportBody): string => prefix + body.playbackId;

/** Stores the newest report of a playback. If storage is full or refused, only the page's memory has it. */
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

/** Removes a report that the server has accepted, unless a newer one was stored meanwhile. */
export function forgetReport(store: Store, sent: WatchReportBody): void {
  try {
    const kept = parse(store.getItem(placeOf(sent)));
    if (!kept || kept.body.sequence <= sent.sequence) store.removeItem(placeOf(sent));
  } catch {
    /* nothing was stored */
  }
}

/** The unsent reports of one person, oldest first. Those of other people are left alone. */
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

/** Storage may contain anything; what does not look like a report is ignored. */
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
