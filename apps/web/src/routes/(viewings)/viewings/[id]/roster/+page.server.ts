import { redirect } from '@sveltejs/kit';
import { pagesInstructorEndpoints } from '@kizuna/shared/contracts/pages.instructor.endpoints';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading } from '#lib/server/form-helper.ts';
import { viewingOf } from '../../viewing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const q = event.url.searchParams.get('q')?.trim() ?? '';
  const { viewing, candidates } = await loading(event, () =>
    call(event, pagesInstructorEndpoints.getViewingRosterPage, {
      params: { groupViewingId: event.params.id },
      query: { q },
    }),
  );
  return { title: viewings.rosterTitle, viewing, candidates, q };
};

export const actions: Actions = {
  enter: async (event) => {
    const form = await event.request.formData();
    const personIds = form.getAll('personIds').filter((id) => typeof id === 'string');
    let entered: number;
    try {
      const before = await viewingOf(event);
      const after = await call(event, viewingsEndpoints.enterAttendees, {
        params: { groupViewingId: event.params.id ?? '' },
        body: { personIds },
      });
      entered = after.attendeeCount - before.attendeeCount;
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, `/viewings/${event.params.id}/roster?done=${entered}`);
  },
};
