import type { GroupViewingView } from '@kizuna/shared/contracts/viewings';
import { pagesInstructorEndpoints } from '@kizuna/shared/contracts/pages.instructor.endpoints';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import { redirect } from '@sveltejs/kit';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { planOf } from '../viewing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { films, districts } = await loading(event, () =>
    call(event, pagesInstructorEndpoints.getNewViewingPage),
  );
  return { title: viewings.newTitle, key: crypto.randomUUID(), films, districts };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    let opened: GroupViewingView;
    try {
      opened = await call(event, viewingsEndpoints.openViewing, {
        body: planOf(form),
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/viewings/${opened.groupViewingId}?done=opened`);
  },
};
