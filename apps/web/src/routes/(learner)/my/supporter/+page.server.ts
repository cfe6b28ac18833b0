import { redirect } from '@sveltejs/kit';
import type { MyMeetingList } from '@kizuna/shared/contracts/activities';
import type { MySupporter } from '@kizuna/shared/contracts/supporters';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf } from '#lib/server/form-helper.ts';
import { changedKeysOf } from '#lib/features/supporters/supporter-changes.server.ts';
import type { Actions, PageServerLoad } from './$types';

const doneWords = ['changed', 'renewed', 'rested', 'returned', 'ended', 'replied'] as const;

export const load: PageServerLoad = async (event) => {
  const [mine, meetings] = await loading(event, () =>
    Promise.all([
      api(event).get<MySupporter>('/api/me/supporter'),
      api(event).get<MyMeetingList>('/api/me/supporter-meetings'),
    ]),
  );
  return {
    title: m.title,
    now: new Date().toISOString(),
    mine,
    meetings: meetings.items,
    changed: changedKeysOf(event.url),
    done: doneWords.find((word) => event.url.searchParams.has(word)),
  };
};

export const actions: Actions = {
  comeBack: async (event) => {
    try {
      await api(event).post('/api/me/supporter/return');
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, '/my/supporter?returned');
  },
  reply: async (event) => {
    const form = await event.request.formData();
    const path = `/api/me/supporter-meetings/${encodeURIComponent(textOf(form, 'meetingId'))}/reply`;
    try {
      await api(event).put(path, { body: { reply: textOf(form, 'reply') } });
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, '/my/supporter?replied');
  },
};
