import type { CompletionList } from '@kizuna/shared/contracts/completion';
import type { NameConfirmationView } from '@kizuna/shared/contracts/completion.name-confirmation';
import type { EnrolmentList } from '@kizuna/shared/contracts/enrolment';
import type { LearningCourseView, LearningHome } from '@kizuna/shared/contracts/learning';
import type { MyNotificationList } from '@kizuna/shared/contracts/notifications';
import type { MyMeetingList } from '@kizuna/shared/contracts/activities';
import type { MySupporter } from '@kizuna/shared/contracts/supporters';
import type { MyAttendanceList } from '@kizuna/shared/contracts/sessions';
import { byUrgency } from '#lib/features/learning/next-step.ts';
import { my } from '#lib/i18n/messages/ja/my.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** Everything a learner has here. What only adds to the page (letters, attendance) may be away without taking it down. */
export const load: PageServerLoad = async (event) => {
  const [home, completions, enrolments, letters, supporter, meetings, name] = await loading(event, () =>
    Promise.all([
      api(event).get<LearningHome>('/api/me/learning'),
      api(event)
        .get<CompletionList>('/api/me/completions')
        .catch(() => ({ items: [] })),
      api(event).get<EnrolmentList>('/api/applications/mine'),
      api(event)
        .get<MyNotificationList>('/api/me/notifications')
        .catch(() => null),
      api(event)
        .get<MySupporter>('/api/me/supporter')
        .catch(() => null),
      api(event)
        .get<MyMeetingList>('/api/me/supporter-meetings')
        .catch(() => ({ items: [] })),
      api(event)
        .get<NameConfirmationView>('/api/me/name-confirmation')
        .catch(() => null),
    ]),
  );
  const summaries = byUrgency(home.items);
  const first = summaries[0];
  const learns = first?.status === 'confirmed' || first?.status === 'completed';
  const own = `/api/me/enrolments/${first?.enrolmentId}`;
  const [course, attendance] = await Promise.all([
    learns ? loading(event, () => api(event).get<LearningCourseView>(own)) : null,
    learns
      ? api(event)
          .get<MyAttendanceList>(`${own}/attendance`)
          .catch(() => null)
      : null,
  ]);
  return {
    title: my.title,
    now: new Date().toISOString(),
    withdrawn: event.url.searchParams.has('withdrawn'),
    named: event.url.searchParams.get('named'),
    nameTask: name?.asked && name.state !== 'confirmed' && name.state !== 'brush' ? name : null,
    summaries,
    completions: completions.items,
    enrolments: enrolments.items,
    letters: letters?.items ?? null,
    supporter,
    meetings: meetings.items,
    course,
    attendance: attendance?.items,
  };
};
