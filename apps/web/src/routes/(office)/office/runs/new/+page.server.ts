import type { CourseRunAdminView } from '@kizuna/shared/contracts/courses';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { redirect } from '@sveltejs/kit';
import type { RunDraft } from '#lib/features/courses/office/run-draft.ts';
import { runs } from '#lib/i18n/messages/ja/runs.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { instructorChoices, runBodyOf } from '../run-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

const empty: RunDraft = {
  courseId: '',
  name: '',
  opensAt: '',
  opensTime: '09:00',
  closesAt: '',
  closesTime: '17:00',
  capacity: '',
  minimumAge: '',
  fee: '',
  bring: '',
  status: 'draft',
  instructorIds: [],
};

export const load: PageServerLoad = async (event) => {
  const { courses, instructors } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getNewRunPage),
  );
  return {
    title: runs.newTitle,
    draft: { ...empty, opensAt: civilDateOf(new Date()) },
    courses: courses.map((course) => ({ value: course.courseId as string, label: course.title })),
    instructors: instructorChoices(instructors),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    let run: CourseRunAdminView;
    try {
      run = await call(event, coursesEndpoints.planCourseRun, {
        body: runBodyOf(form),
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/runs/${run.courseRunId}?done=created`);
  },
};
