import { redirect } from '@sveltejs/kit';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { runs } from '#lib/i18n/messages/ja/runs.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, valuesOf } from '#lib/server/form-helper.ts';
import { draftOf, instructorChoices, runBodyOf } from '../../run-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { run, instructors } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getRunFormPage, { params: { courseRunId: event.params.id } }),
  );
  return {
    title: t(runs.editTitle, { run: run.name }),
    run,
    draft: draftOf(run),
    instructors: instructorChoices(instructors),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await call(event, coursesEndpoints.changeCourseRun, {
        params: { courseRunId: event.params.id },
        body: runBodyOf(form),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/runs/${event.params.id}?done=saved`);
  },
};
