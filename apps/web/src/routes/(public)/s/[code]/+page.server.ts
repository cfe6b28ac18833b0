import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf, type FormValues } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** Behind the QR code of a showing's screen. Opening it records nothing: the person presses the button. */
export const load: PageServerLoad = async (event) => ({
  title: viewings.doorTitle,
  door: await loading(event, () =>
    call(event, viewingsEndpoints.getViewingDoor, { params: { code: event.params.code ?? '' } }),
  ),
  code: event.params.code,
  other: event.url.searchParams.has('other'),
});

export const actions: Actions = {
  confirm: async (event) => {
    try {
      return {
        checkIn: await call(event, viewingsEndpoints.checkInAtDoor, {
          params: { code: event.params.code ?? '' },
        }),
      };
    } catch (problem) {
      return failFrom<FormValues>(problem, {});
    }
  },
  card: async (event) => {
    const form = await event.request.formData();
    const body = { cardNumber: textOf(form, 'cardNumber'), secret: textOf(form, 'secret') };
    try {
      return {
        checkIn: await call(event, viewingsEndpoints.checkInAtDoorByCard, {
          params: { code: event.params.code ?? '' },
          body,
        }),
      };
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
  },
};
