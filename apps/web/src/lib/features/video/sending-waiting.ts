import { browserPaths } from '@kizuna/shared/contracts/browser-paths';
import { filledPath } from '@kizuna/shared/contracts/endpoint-input';
import type { WatchView } from '@kizuna/shared/contracts/learning';
import { post, type RecordTrouble } from './record-post.ts';
import { forgetReport, keepReport, reportsOf } from './waiting-reports.ts';

/** The result of an attempt to send: how many reports were counted, and what prevents the rest. */
export interface Sent {
  count: number;
  trouble: RecordTrouble;
}

let underWay: Promise<Sent> | undefined; // in the browser only: the page and its layout call this at the same time

/**
 * Sends this person's reports from earlier visits, one after the other. Never sends those of another person on this
 * device.
 */
export function sendWaiting(personId: string): Promise<Sent> {
  underWay ??= send(personId).finally(() => (underWay = undefined));
  return underWay;
}

async function send(personId: string): Promise<Sent> {
  let count = 0;
  for (const report of reportsOf(localStorage, personId)) {
    const { body } = report;
    const outcome = await post<WatchView>(filledPath(browserPaths.reportWatching, report), body);
    if ('answer' in outcome) count += 1;
    else if (outcome.trouble === 'waiting' || outcome.trouble === 'signIn') {
      keepReport(localStorage, { ...report, body: { ...body, failedReports: body.failedReports + 1 } });
      return { count, trouble: outcome.trouble };
    }
    // accepted, or never acceptable: the lesson or the playback no longer exists
    forgetReport(localStorage, body);
  }
  return { count, trouble: null };
}
