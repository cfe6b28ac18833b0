import type { ViewingCheckIn } from '@kizuna/shared/contracts/viewings';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, textOf } from '#lib/server/form-helper.ts';
import { viewingOf, viewingPath } from '../../viewing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: viewings.receptionTitle,
  viewing: await viewingOf(event),
});

export const actions: Actions = {
  checkIn: async (event) => {
    const cardNumber = textOf(await event.request.formData(), 'cardNumber');
    try {
      const path = `${viewingPath(event)}/check-ins`;
      return { checkIn: await api(event).post<ViewingCheckIn>(path, { body: { cardNumber } }) };
    } catch (problem) {
      return failFrom(problem, { cardNumber });
    }
  },
};
