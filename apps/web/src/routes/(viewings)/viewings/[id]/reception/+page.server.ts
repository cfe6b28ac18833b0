import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, textOf } from '#lib/server/form-helper.ts';
import { viewingOf } from '../../viewing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: viewings.receptionTitle,
  viewing: await viewingOf(event),
});

export const actions: Actions = {
  checkIn: async (event) => {
    const cardNumber = textOf(await event.request.formData(), 'cardNumber');
    try {
      return {
        checkIn: await call(event, viewingsEndpoints.checkInToViewing, {
          params: { groupViewingId: event.params.id ?? '' },
          body: { cardNumber },
        }),
      };
    } catch (problem) {
      return failFrom(problem, { cardNumber });
    }
  },
};
