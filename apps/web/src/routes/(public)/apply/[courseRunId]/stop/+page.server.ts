import { redirect } from '@sveltejs/kit';
import { nextHref } from '#lib/features/enrolment/public/apply-steps.ts';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { discardDraft, requireDraft } from '../apply-draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { draft } = await requireDraft(event);
  return { title: enrolment.stopHeading, backHref: nextHref(draft) };
};

export const actions: Actions = {
  default: async (event) => {
    await discardDraft(event);
    redirect(303, `/apply/${event.params.courseRunId}?cleared=1`);
  },
};
