import type { ViewingCheckIn, ViewingDoor } from '@kizuna/shared/contracts/viewings';
import type { RequestEvent } from '@sveltejs/kit';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf, type FormValues } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

const doorPath = (event: RequestEvent) => `/api/viewing-codes/${encodeURIComponent(event.params.code ?? '')}`;

/** Behind the QR code of a showing's screen. Opening it records nothing: the person presses the button. */
export const load: PageServerLoad = async (event) => ({
  title: viewings.doorTitle,
  door: await loading(event, () => api(event).get<ViewingDoor>(doorPath(event))),
  code: event.params.code,
  other: event.url.searchParams.has('other'),
});

export const actions: Actions = {
  confirm: async (event) => {
    try {
      return { checkIn: await api(event).post<ViewingCheckIn>(`${doorPath(event)}/check-ins`) };
    } catch (problem) {
      return failFrom<FormValues>(problem, {});
    }
  },
  card: async (event) => {
    const form = await event.request.formData();
    const body = { cardNumber: textOf(form, 'cardNumber'), secret: textOf(form, 'secret') };
    try {
      return {
        checkIn: await api(event).post<ViewingCheckIn>(`${doorPath(event)}/card-check-ins`, { body }),
      };
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
  },
};
