import { redirect } from '@sveltejs/kit';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf } from '#lib/server/form-helper.ts';
import { changedKeysOf } from '#lib/features/supporters/supporter-changes.server.ts';
import type { Actions, PageServerLoad } from './$types';

const doneWords = ['changed', 'renewed', 'rested', 'returned', 'ended', 'replied'] as const;

export const load: PageServerLoad = async (event) => {
  const { supporter, meetings } = await loading(event, () => call(event, pagesEndpoints.getMySupporterPage));
  return {
    title: m.title,
    now: new Date().toISOString(),
    mine: supporter,
    meetings,
    changed: changedKeysOf(event.url),
    done: doneWords.find((word) => event.url.searchParams.has(word)),
  };
};

export const actions: Actions = {
  comeBack: async (event) => {
    try {
      await call(event, supportersEndpoints.endOwnLeave);
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, '/my/supporter?returned');
  },
  reply: async (event) => {
    const form = await event.request.formData();
    try {
      await call(event, activitiesEndpoints.replyToMeeting, {
        params: { supporterMeetingId: textOf(form, 'meetingId') },
        body: { reply: textOf(form, 'reply') },
      });
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, '/my/supporter?replied');
  },
};
