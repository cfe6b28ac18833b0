import type { NotificationView } from '@kizuna/shared/contracts/notifications';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { notifications } from '#lib/i18n/messages/ja/notifications.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ notificationId: string }>;

export const load: PageServerLoad = async (event) => {
  const view = await loading(event, () => api(event).get<NotificationView>(pathOf(event)));
  const done = event.url.searchParams.get('done');
  return {
    title: view.subject,
    view,
    done: done !== null && done in notifications.done ? (done as keyof typeof notifications.done) : null,
  };
};

function doing(act: 'retry' | 'letter' | 'printed') {
  return async (event: Event) => {
    try {
      await api(event).post(`${pathOf(event)}/${act}`);
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, `/office/notifications/${event.params.notificationId}?done=${act}`);
  };
}

export const actions: Actions = {
  retry: doing('retry'),
  letter: doing('letter'),
  printed: doing('printed'),
};

function pathOf(event: Event): string {
  return `/api/office/notifications/${encodeURIComponent(event.params.notificationId)}`;
}
