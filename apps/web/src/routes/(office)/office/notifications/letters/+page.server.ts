import { notificationsEndpoints } from '@kizuna/shared/contracts/notifications.endpoints';
import { mostLetters } from '@kizuna/shared/contracts/pages.office';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { notifications } from '#lib/i18n/messages/ja/notifications.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** The letters named by `?id=`, else those that wait to be printed, the oldest first. */
export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams.getAll('id').slice(0, mostLetters);
  const { letters } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getLettersPage, { query: { id: asked } }),
  );
  return {
    title: notifications.lettersTitle,
    today: new Date().toISOString(),
    letters: letters.filter((letter) => letter.channel === 'letter'),
    mayHaveMore: asked.length === 0 && letters.length === mostLetters,
    atMost: mostLetters,
  };
};

export const actions: Actions = {
  /** Marks exactly the letters that the page named; one that is marked already stays so. */
  default: async (event) => {
    const ids = (await event.request.formData()).getAll('id').map(String);
    try {
      for (const id of ids) {
        await call(event, notificationsEndpoints.markLetterPrinted, { params: { notificationId: id } });
      }
    } catch (problem) {
      return failFrom(problem, {});
    }
    return { marked: ids.length };
  },
};
