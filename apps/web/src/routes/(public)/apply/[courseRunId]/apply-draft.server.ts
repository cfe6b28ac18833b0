import type { CourseRunView } from '@kizuna/shared/contracts/courses';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import type { DraftView } from '@kizuna/shared/contracts/enrolment';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { nextHref } from '#lib/features/enrolment/public/apply-steps.ts';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { call } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { loading, type FormProblem } from '#lib/server/form-helper.ts';
import { failNested } from '#lib/server/nested-fields.ts';

/** The run that is applied for; the error page when there is none. */
export function getRun(event: RequestEvent): Promise<CourseRunView> {
  const courseRunId = event.params.courseRunId ?? '';
  return loading(event, () => call(event, coursesEndpoints.getCourseRun, { params: { courseRunId } }));
}

/** The form of this browser, of whatever run; null when none is kept. */
export function findDraft(event: RequestEvent): Promise<DraftView | null> {
  return loading(event, () =>
    call(event, enrolmentEndpoints.getDraft).catch((problem: unknown) => {
      if (problem instanceof ApiError && problem.status === 404) return null;
      throw problem;
    }),
  );
}

/** The unfinished form of the run in the address. Without it: back to the start, which says what happened. */
export async function requireDraft(event: RequestEvent): Promise<DraftView> {
  const runId = event.params.courseRunId ?? '';
  const draft = await findDraft(event);
  if (!draft) return toStart(runId);
  if (draft.courseRunId !== runId) redirect(303, `/apply/${runId}`);
  if (draft.receipt) redirect(303, `/apply/${runId}/done`);
  return draft;
}

/** Starts or continues the form of a course run. @returns the page to continue on */
export async function startDraft(event: RequestEvent): Promise<string> {
  const body = { courseRunId: event.params.courseRunId };
  return nextHref(await loading(event, () => call(event, enrolmentEndpoints.startDraft, { body })));
}

/** Forgets everything typed. */
export async function discardDraft(event: RequestEvent): Promise<void> {
  await loading(event, () => call(event, enrolmentEndpoints.discardDraft));
}

/** The answer to a refused page: what was typed and why; a form that is gone leads to the start. */
export function refusedPage(
  event: RequestEvent,
  problem: unknown,
  form: FormData,
): ActionFailure<FormProblem> {
  if (problem instanceof ApiError && problem.code === 'enrolment.draft_missing')
    return toStart(event.params.courseRunId ?? '');
  const refused = failNested(problem, form);
  const place = placesIn(form);
  const errors = refused.data.errors
    .map((each) => (each.field === 'applicantIs' ? { ...each, message: enrolment.whoRequired } : each))
    .sort((a, b) => place(a.field) - place(b.field));
  return fail(refused.status, { ...refused.data, errors });
}

/** The position of a field in the form, so that the error summary follows the order of the page. */
function placesIn(form: FormData): (field: string) => number {
  const names = [...form.keys()].map((name) => name.split('.')[0]);
  return (field) => names.indexOf(field);
}

function toStart(runId: string): never {
  redirect(303, `/apply/${runId}?gone=1`);
}
