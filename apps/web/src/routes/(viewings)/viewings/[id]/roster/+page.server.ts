import type { CandidateList, GroupViewingView } from '@kizuna/shared/contracts/viewings';
import { redirect } from '@sveltejs/kit';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading } from '#lib/server/form-helper.ts';
import { viewingOf, viewingPath } from '../../viewing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const q = event.url.searchParams.get('q')?.trim() ?? '';
  const viewing = await viewingOf(event);
  const candidates = viewing.can.lookUp
    ? await loading(event, () =>
        api(event).get<CandidateList>(`${viewingPath(event)}/candidates`, { query: { q: q || null } }),
      )
    : null;
  return { title: viewings.rosterTitle, viewing, candidates, q };
};

export const actions: Actions = {
  enter: async (event) => {
    const form = await event.request.formData();
    const personIds = form.getAll('personIds').filter((id) => typeof id === 'string');
    let entered: number;
    try {
      const before = await viewingOf(event);
      const path = `${viewingPath(event)}/attendees`;
      const after = await api(event).post<GroupViewingView>(path, { body: { personIds } });
      entered = after.attendeeCount - before.attendeeCount;
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, `/viewings/${event.params.id}/roster?done=${entered}`);
  },
};
