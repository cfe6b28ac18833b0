import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { errors } from '#lib/i18n/messages/ja/errors.ts';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { t } from '#lib/i18n/t.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { viewingOf, viewingPath } from '../../viewing.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What can be taken back, and where the API does it. */
const ways = { cancel: 'cancellation', reopen: 'reopening', remove: 'attendees' } as const;

function askedOf(event: RequestEvent) {
  const asked = event.url.searchParams.get('what') ?? '';
  const what = Object.keys(ways).find((way) => way === asked) as keyof typeof ways | undefined;
  if (!what) error(404, { message: errors['platform.not_found'] });
  return { what, personId: event.url.searchParams.get('person') ?? '' };
}

export const load: PageServerLoad = async (event) => {
  const { what, personId } = askedOf(event);
  const viewing = await viewingOf(event);
  const person = viewing.attendees.find((one) => one.personId === personId);
  if (what === 'remove' && !person) error(404, { message: errors['platform.not_found'] });
  const title = t(viewings.undoTitles[what], { name: person?.name ?? '' } as never);
  return { title, what, viewing, person: person ?? null };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { what, personId } = askedOf(event);
    const path = what === 'remove' ? `attendees/${encodeURIComponent(personId)}/removal` : ways[what];
    try {
      await api(event).post(`${viewingPath(event)}/${path}`, { body: { reason: textOf(form, 'reason') } });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/viewings/${event.params.id}?done=undone`);
  },
};
