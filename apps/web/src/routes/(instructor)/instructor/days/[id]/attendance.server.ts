import type { RosterRow, RosterView } from '@kizuna/shared/contracts/sessions';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { errorsOf, loading, optionalTextOf, textOf } from '#lib/server/form-helper.ts';

const pathOf = (id: string | undefined) => `/api/class-sessions/${encodeURIComponent(id ?? '')}`;

/** The roster of the day in the address. */
export function rosterOf(event: RequestEvent): Promise<RosterView> {
  return loading(event, () => api(event).get<RosterView>(`${pathOf(event.params.id)}/roster`));
}

/** Writes one mark; `needsReason` when an earlier one would be changed and the reason is missing. */
export async function markAttendance(event: RequestEvent) {
  const form = await event.request.formData();
  const enrolmentId = textOf(form, 'enrolmentId');
  const status = textOf(form, 'status');
  const reason = optionalTextOf(form, 'reason');
  try {
    const path = `${pathOf(event.params.id)}/attendance/${encodeURIComponent(enrolmentId)}`;
    return { row: await api(event).put<RosterRow>(path, { body: { status, reason } }) };
  } catch (problem) {
    if (!(problem instanceof ApiError)) throw problem;
    const needsReason = problem.code === 'sessions.reason_required';
    // the first question for a reason is no mistake of the person: no message until an empty one was sent
    const asked = needsReason && !form.has('reason');
    const errors = asked ? [] : errorsOf(problem);
    return fail(problem.status, { mark: { enrolmentId, status, needsReason, errors } });
  }
}
