import { error } from '@sveltejs/kit';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { courses } from '#lib/i18n/messages/ja/courses.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import type { PageServerLoad } from './$types';

/** The flyer of the run named in `?run=`, else of the next one. */
export const load: PageServerLoad = async (event) => {
  const course = await loading(event, () =>
    call(event, coursesEndpoints.getCourse, { params: { slug: event.params.slug } }),
  );
  const wanted = event.url.searchParams.get('run');
  const run = wanted ? course.runs.find((each) => each.courseRunId === wanted) : course.nextRun;
  if (!run) error(404, { message: messageOf('platform.not_found') });
  return {
    title: t(courses.flyerTitle, { course: course.title }),
    course,
    run,
    code: qrPath(`${event.url.origin}/apply/${run.courseRunId}`),
    address: `${event.url.host}/courses/${course.slug}`,
  };
};
