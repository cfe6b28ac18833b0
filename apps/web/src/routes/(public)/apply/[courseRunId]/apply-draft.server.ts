import type { DraftView } from '@kizuna/shared/contracts/enrolment';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import type { ApplyPage } from '@kizuna/shared/contracts/pages';
import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { nextHref } from '#lib/features/enrolment/public/apply-steps.ts';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { call } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { loading, type FormProblem } from '#lib/server/form-helper.ts';
import { failNested } from '#lib/server/nested-fields.ts';

/** The run that is applied for, with the form of this browser, of whatever run; the error page when there is no run. */
export function applyPage(event: RequestEvent): Promise<ApplyPage> {
  const courseRunId = event.params.courseRunId ?? '';
  return loading(event, () => call(event, pagesEndpoints.getApplyPage, { params: { courseRunId } }));
}

/** The same with the unfinished form of the run. Without it: back to the start, which says what happened. */
export async function requireDraft(event: RequestEvent): Promise<ApplyPage & { draft: DraftView }> {
  const page = await applyPage(event);
  const { draft } = page;
  const runId = event.params.courseRunId ?? '';
  if (!draft) return toStart(runId);
  if (draft.courseRunId !== runId) redirect(303, `/apply/${runId}`);
  if (draft.receipt) redirect(303, `/apply/${runId}/done`);
  return { ...page, draft };
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
