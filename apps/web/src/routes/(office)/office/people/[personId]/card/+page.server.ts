import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { peopleOffice } from '#lib/i18n/messages/ja/people-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading } from '#lib/server/form-helper.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: peopleOffice.cardTitle,
  person: await loading(event, () =>
    call(event, peopleEndpoints.getPerson, { params: { personId: event.params.personId } }),
  ),
});

export const actions: Actions = {
  /** No redirect: the secret is in this one answer and nowhere else. */
  default: async (event) => {
    try {
      const issued = await call(event, peopleEndpoints.issueCard, {
        params: { personId: event.params.personId },
      });
      return { issued, code: qrPath(issued.cardAddress) };
    } catch (problem) {
      return failFrom(problem, {});
    }
  },
};
