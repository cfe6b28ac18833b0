import type { IssuedCardView, PersonView } from '@kizuna/shared/contracts/people';
import { peopleOffice } from '#lib/i18n/messages/ja/people-office.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading } from '#lib/server/form-helper.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: peopleOffice.cardTitle,
  person: await loading(event, () =>
    api(event).get<PersonView>(`/api/people/${encodeURIComponent(event.params.personId)}`),
  ),
});

export const actions: Actions = {
  /** No redirect: the secret is in this one answer and nowhere else. */
  default: async (event) => {
    const path = `/api/people/${encodeURIComponent(event.params.personId)}/cards`;
    try {
      const issued = await api(event).post<IssuedCardView>(path);
      return { issued, code: qrPath(issued.cardAddress) };
    } catch (problem) {
      return failFrom(problem, {});
    }
  },
};
