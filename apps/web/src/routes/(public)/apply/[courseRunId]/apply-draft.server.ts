import type { CourseRunView } from '@kizuna/shared/contracts/courses';
import type { DraftView } from '@kizuna/shared/contracts/enrolment';
import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { nextHref, stepHref } from '#lib/features/enrolment/public/apply-steps.ts';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { api } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { failFrom, loading, valuesOf, type FormProblem } from '#lib/server/form-helper.ts';

const draftPath = '/api/application-draft';

/** The run that is applied for; the error page when there is none. */
export function getRun(event: RequestEvent): Promise<CourseRunView> {
  const id = encodeURIComponent(event.params.courseRunId ?? '');
  return loading(event, () => api(event).get<CourseRunView>(`/api/course-runs/${id}`));
}

/** The form of this browser, of whatever run; null when none is kept. */
export function findDraft(event: RequestEvent): Promise<DraftView | null> {
  return loading(event, () =>
    api(event)
      .get<DraftView>(draftPath)
      .catch((problem: unknown) => {
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
  if (draft.receipt) redirect(303, stepHref(runId, 'done'));
  return draft;
}

/** Begins or goes on with the form of a run and tells on which page. */
export async function startDraft(event: RequestEvent): Promise<string> {
  const body = { courseRunId: event.params.courseRunId };
  return nextHref(await loading(event, () => api(event).post<DraftView>(draftPath, { body })));
}

/** Forgets everything typed. */
export async function discardDraft(event: RequestEvent): Promise<void> {
  await loading(event, () => api(event).delete(draftPath));
}

/** The answer to a refused page: what was typed and why; a form that is gone leads to the start. */
export function refusedPage(
  event: RequestEvent,
  problem: unknown,
  form: FormData,
): ActionFailure<FormProblem> {
  if (problem instanceof ApiError && problem.code === 'enrolment.draft_missing')
    return toStart(event.params.courseRunId ?? '');
  const refused = failFrom(problem, valuesOf(form));
  const place = placesIn(form);
  const errors = refused.data.errors
    .map((each) => ({ ...each, field: each.field.replace(/^answers\.?/, '') }))
    .map((each) => (each.field === 'applicantIs' ? { ...each, message: enrolment.whoRequired } : each))
    .sort((a, b) => place(a.field) - place(b.field));
  return fail(refused.status, { ...refused.data, errors });
}

/** Where a field stands in the form, so that the summary of errors has the page's order. */
function placesIn(form: FormData): (field: string) => number {
  const names = [...form.keys()].map((name) => name.split('.')[0]);
  return (field) => names.indexOf(field);
}

function toStart(runId: string): never {
  redirect(303, `/apply/${runId}?gone=1`);
}
