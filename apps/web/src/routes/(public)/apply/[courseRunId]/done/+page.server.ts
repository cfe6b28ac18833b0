import { redirect } from '@sveltejs/kit';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { applyPage, discardDraft } from '../apply-draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { run, draft } = await applyPage(event);
  const receipt = draft?.courseRunId === event.params.courseRunId ? draft.receipt : null;
  if (!receipt) redirect(303, `/apply/${event.params.courseRunId}`);
  return { title: enrolment.doneHeading, receipt, run, now: new Date().toISOString() };
};

export const actions: Actions = {
  default: async (event) => {
    await discardDraft(event);
    redirect(303, '/');
  },
};
