import { notificationsEndpoints } from '@kizuna/shared/contracts/notifications.endpoints';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { notifications } from '#lib/i18n/messages/ja/notifications.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await loading(event, () =>
    call(event, notificationsEndpoints.getNotification, {
      params: { notificationId: event.params.notificationId },
    }),
  );
  const done = event.url.searchParams.get('done');
  return {
    title: view.subject,
    view,
    done: done !== null && done in notifications.done ? (done as keyof typeof notifications.done) : null,
  };
};

const acts = {
  retry: notificationsEndpoints.retryNotification,
  letter: notificationsEndpoints.turnIntoLetter,
  printed: notificationsEndpoints.markLetterPrinted,
};

function doing(act: keyof typeof acts) {
  return async (event: RequestEvent<{ notificationId: string }>) => {
    try {
      await call(event, acts[act], { params: { notificationId: event.params.notificationId } });
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
