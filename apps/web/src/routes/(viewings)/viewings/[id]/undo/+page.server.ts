import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { errors } from '#lib/i18n/messages/ja/errors.ts';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { viewingOf } from '../../viewing.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What can be taken back. */
const ways = ['cancel', 'reopen', 'remove'] as const;

function askedOf(event: RequestEvent) {
  const asked = event.url.searchParams.get('what') ?? '';
  const what = ways.find((way) => way === asked);
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
    const groupViewingId = event.params.id;
    const body = { reason: textOf(form, 'reason') };
    try {
      if (what === 'remove') {
        await call(event, viewingsEndpoints.removeAttendee, { params: { groupViewingId, personId }, body });
      } else {
        await call(event, viewingsEndpoints[`${what}Viewing`], { params: { groupViewingId }, body });
      }
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/viewings/${event.params.id}?done=undone`);
  },
};
