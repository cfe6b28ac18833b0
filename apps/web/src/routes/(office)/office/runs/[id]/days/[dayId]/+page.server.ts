import { error, redirect } from '@sveltejs/kit';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { runs } from '#lib/i18n/messages/ja/runs.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, messageOf, valuesOf } from '#lib/server/form-helper.ts';
import { dayBodyOf, dayDraftOf } from '../day-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const run = await loading(event, () =>
    call(event, coursesEndpoints.getOfficeCourseRun, { params: { courseRunId: event.params.id } }),
  );
  const day = run.classSessions.find((each) => each.classSessionId === event.params.dayId);
  if (!day) error(404, { message: messageOf('platform.not_found') });
  return { title: runs.editDayTitle, run, draft: dayDraftOf(day, false) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await call(event, coursesEndpoints.changeClassSession, {
        params: { classSessionId: event.params.dayId },
        body: dayBodyOf(form),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/runs/${event.params.id}?done=dayChanged`);
  },
};
