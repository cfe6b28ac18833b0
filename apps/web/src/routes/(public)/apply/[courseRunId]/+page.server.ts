import type { DraftView } from '@kizuna/shared/contracts/enrolment';
import { redirect } from '@sveltejs/kit';
import { nextHref } from '#lib/features/enrolment/public/apply-steps.ts';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { t } from '#lib/i18n/t.ts';
import { applyPage, discardDraft, startDraft } from './apply-draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { run, draft } = await applyPage(event);
  const own = draft?.courseRunId === run.courseRunId ? draft : null;
  const other = draft && !own && !draft.receipt && begun(draft) ? draft : null;
  return {
    title: enrolment.title,
    run,
    receiptHere: own?.receipt != null,
    continueHref: own && !own.receipt && begun(own) ? nextHref(own) : null,
    otherCourse: other && t(enrolment.keptOther, { course: other.courseTitle }),
    notice: event.url.searchParams.has('gone')
      ? ('gone' as const)
      : event.url.searchParams.has('cleared')
        ? ('cleared' as const)
        : null,
    now: new Date().toISOString(),
  };
};

export const actions: Actions = {
  start: async (event) => redirect(303, await startDraft(event)),
  restart: async (event) => {
    await discardDraft(event);
    redirect(303, await startDraft(event));
  },
};

function begun(draft: DraftView): boolean {
  return Object.values(draft.answers).some((answer) => answer !== undefined);
}
