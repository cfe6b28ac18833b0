import type { CourseRunAdminView } from '@kizuna/shared/contracts/courses';
import { error, redirect } from '@sveltejs/kit';
import { runs } from '#lib/i18n/messages/ja/runs.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, messageOf, valuesOf } from '#lib/server/form-helper.ts';
import { dayBodyOf, dayDraftOf } from '../day-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const path = `/api/office/course-runs/${encodeURIComponent(event.params.id)}`;
  const run = await loading(event, () => api(event).get<CourseRunAdminView>(path));
  const day = run.classSessions.find((each) => each.classSessionId === event.params.dayId);
  if (!day) error(404, { message: messageOf('platform.not_found') });
  return { title: runs.editDayTitle, run, draft: dayDraftOf(day, false) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      const path = `/api/office/class-sessions/${encodeURIComponent(event.params.dayId)}`;
      await api(event).patch<CourseRunAdminView>(path, { body: dayBodyOf(form) });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/runs/${event.params.id}?done=dayChanged`);
  },
};
