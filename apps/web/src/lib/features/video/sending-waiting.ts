import type { WatchView } from '@kizuna/shared/contracts/learning';
import { post, type RecordTrouble } from './record-post.ts';
import { forgetReport, keepReport, reportsOf } from './waiting-reports.ts';

/** How an attempt to send ended: how many were counted, and what keeps the rest. */
export interface Sent {
  count: number;
  trouble: RecordTrouble;
}

let underWay: Promise<Sent> | undefined; // in the browser only: the page and the frame around it ask at the same time

/** Sends what earlier visits of this person could not, one after the other. Never what somebody else left here. */
export function sendWaiting(personId: string): Promise<Sent> {
  underWay ??= send(personId).finally(() => (underWay = undefined));
  return underWay;
}

async function send(personId: string): Promise<Sent> {
  let count = 0;
  for (const report of reportsOf(localStorage, personId)) {
    const { enrolmentId, lessonId, body } = report;
    const address = `/api/me/enrolments/${enrolmentId}/lessons/${lessonId}/watch-reports`;
    const outcome = await post<WatchView>(address, body);
    if ('answer' in outcome) count += 1;
    else if (outcome.trouble === 'waiting' || outcome.trouble === 'signIn') {
      keepReport(localStorage, { ...report, body: { ...body, failedReports: body.failedReports + 1 } });
      return { count, trouble: outcome.trouble };
    }
    // taken, or never to be taken: the lesson or the playback is gone
    forgetReport(localStorage, body);
  }
  return { count, trouble: null };
}
