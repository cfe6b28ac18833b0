import { notificationsEndpoints } from '@kizuna/shared/contracts/notifications.endpoints';
import { notifications } from '#lib/i18n/messages/ja/notifications.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many letters as a stapler and a patient person take at once. */
const atMost = 30;

/** The letters named by `?id=`, else those that wait to be printed, the oldest first. */
export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams.getAll('id').slice(0, atMost);
  const letters = await loading(event, async () => {
    const ids = asked.length > 0 ? asked : await waiting();
    return Promise.all(
      ids.map((id) =>
        call(event, notificationsEndpoints.getNotification, { params: { notificationId: id } }),
      ),
    );
  });
  return {
    title: notifications.lettersTitle,
    today: new Date().toISOString(),
    letters: letters.filter((letter) => letter.channel === 'letter'),
    mayHaveMore: asked.length === 0 && letters.length === atMost,
    atMost,
  };

  async function waiting(): Promise<string[]> {
    const query = { channel: 'letter', state: 'queued', limit: 200 };
    const page = await call(event, notificationsEndpoints.listNotifications, { query });
    return page.items
      .toReversed()
      .slice(0, atMost)
      .map((row) => row.notificationId);
  }
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
