import { redirect } from '@sveltejs/kit';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { discardDraft, findDraft, getRun } from '../apply-draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const draft = await findDraft(event);
  const receipt = draft?.courseRunId === event.params.courseRunId ? draft.receipt : null;
  if (!receipt) redirect(303, `/apply/${event.params.courseRunId}`);
  return { title: enrolment.doneHeading, receipt, run: await getRun(event), now: new Date().toISOString() };
};

export const actions: Actions = {
  default: async (event) => {
    await discardDraft(event);
    redirect(303, '/');
  },
};
