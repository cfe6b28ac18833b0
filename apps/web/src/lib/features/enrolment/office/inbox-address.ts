import type { ApplicationsPage } from '@kizuna/shared/contracts/pages.office';
import { applicationChannels, enrolmentStatuses } from '@kizuna/shared/vocabulary/enrolment';

/** The filter in the inbox's URL; '' for parts not chosen. */
export interface InboxFilter {
  q: string;
  courseRunId: string;
  channel: string;
  status: string;
}

/** Reads the filter from the query. Unknown values count as not chosen, so that an old link still works. */
export function inboxFilterOf(params: URLSearchParams): InboxFilter {
  const oneOf = (name: string, words: readonly string[]) => {
    const value = params.get(name) ?? '';
    return words.includes(value) ? value : '';
  };
  return {
    q: (params.get('q') ?? '').slice(0, 200),
    courseRunId: /^[0-9a-f-]{36}$/i.test(params.get('courseRunId') ?? '') ? params.get('courseRunId')! : '',
    channel: oneOf('channel', applicationChannels),
    status: oneOf('status', enrolmentStatuses),
  };
}

/** The path of the inbox with a filter; changing the filter goes back to the first page. */
export function inboxHref(filter: Partial<InboxFilter> & { cursor?: string }): string {
  const params = new URLSearchParams(Object.entries(filter).filter(([, value]) => value));
  const query = params.toString();
  return query ? `/office/applications?${query}` : '/office/applications';
}

/** The runs as options of a select. */
export function runOptionsOf(runs: ApplicationsPage['runs']): { value: string; label: string }[] {
  return runs.map((run) => ({ value: run.courseRunId, label: `${run.courseTitle} ${run.name}` }));
}
