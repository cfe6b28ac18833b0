import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { completionEndpoints } from '@kizuna/shared/contracts/completion.endpoints';
import { completionNameConfirmationEndpoints } from '@kizuna/shared/contracts/completion.name-confirmation.endpoints';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { notificationsEndpoints } from '@kizuna/shared/contracts/notifications.endpoints';
import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { byUrgency } from '#lib/features/learning/next-step.ts';
import { my } from '#lib/i18n/messages/ja/my.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** Everything a learner has here. What only adds to the page (letters, attendance) may be away without taking it down. */
export const load: PageServerLoad = async (event) => {
  const [home, completions, enrolments, letters, supporter, meetings, name] = await loading(event, () =>
    Promise.all([
      call(event, learningEndpoints.getLearningHome),
      call(event, completionEndpoints.listOwnCompletions).catch(() => ({ items: [] })),
      call(event, enrolmentEndpoints.listOwnEnrolments),
      call(event, notificationsEndpoints.listOwnNotifications).catch(() => null),
      call(event, supportersEndpoints.getOwnSupporter).catch(() => null),
      call(event, activitiesEndpoints.listOwnMeetings).catch(() => ({ items: [] })),
      call(event, completionNameConfirmationEndpoints.getOwnNameConfirmation).catch(() => null),
    ]),
  );
  const summaries = byUrgency(home.items);
  const first = summaries[0];
  const learns = first?.status === 'confirmed' || first?.status === 'completed';
  const [course, attendance] = await Promise.all([
    learns
      ? loading(event, () =>
          call(event, learningEndpoints.getLearningCourse, { params: { enrolmentId: first?.enrolmentId } }),
        )
      : null,
    learns
      ? call(event, sessionsEndpoints.listOwnAttendance, {
          params: { enrolmentId: first?.enrolmentId },
        }).catch(() => null)
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
