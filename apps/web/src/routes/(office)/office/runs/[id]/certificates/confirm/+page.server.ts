import type { IssueResult } from '@kizuna/shared/contracts/certification';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { certificatesOffice } from '#lib/i18n/messages/ja/certificates-office.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, messageOf, optionalTextOf, textOf } from '#lib/server/form-helper.ts';
import { runCompletions } from '../run-completions.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Names everybody before anything is issued. Opened without a choice it says so. */
export const load: PageServerLoad = async (event) => {
  const { run, items } = await runCompletions(event, event.params.id);
  return {
    title: certificatesOffice.confirmTitle,
    run,
    items,
    today: civilDateOf(new Date()),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  choose: async (event) => {
    const form = await event.request.formData();
    return { chosen: form.getAll('enrolmentId').map(String) };
  },
  issue: async (event) => {
    const form = await event.request.formData();
    const chosen = form.getAll('enrolmentId').map(String);
    const issuedOn = optionalTextOf(form, 'issuedOn');
    try {
      const result = await api(event).post<IssueResult>('/api/office/certificates', {
        body: { enrolmentIds: chosen, issuedOn },
        idempotencyKey: textOf(form, 'key'),
      });
      const refused = result.refused.map(({ enrolmentId, code, params }) => ({
        enrolmentId: enrolmentId as string,
        message: messageOf(code as ErrorCode, params),
      }));
      return { result: { issued: result.issued, refused } };
    } catch (problem) {
      return failFrom(problem, { chosen, issuedOn: issuedOn ?? '' });
    }
  },
};
