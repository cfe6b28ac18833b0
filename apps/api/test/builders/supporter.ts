import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';

import { PeopleService } from '../../src/modules/people/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import type { TestApi } from '../support/api.js';
import { aConfirmedLearner } from './application.js';
import { issueCertificates } from './certificate.js';
import type { BuiltRun } from './course-run.js';
import { aPerson, type SignedInPerson } from './person.js';

export const activities = {
  salon: '01950000-0000-7000-8000-000000000001',
  watching: '01950000-0000-7000-8000-000000000002',
  listening: '01950000-0000-7000-8000-000000000006',
};

/** Answers of the form; the district is the one that `aDistrict` has put down. */
export function answers(
  districtId: string,
  change: { slots?: string[]; activityIds?: string[]; reach?: string } = {},
) {
  return {
    wishes: { activityIds: change.activityIds ?? [activities.salon, activities.listening] },
    times: { slots: change.slots ?? ['mon_am', 'wed_pm'] },
    places: { reach: change.reach ?? 'by_bicycle', districtIds: [districtId] },
    contact: { contactBy: 'letter' },
  };
}

export const agreed = { pledgeVersion: 1, agreed: true };

/** A district, once for each name. */
export function aDistrict(api: TestApi, name = '本町'): Promise<string> {
  return api.get(Transactions).run(() => api.get(PeopleService).putDistrict('古河', name, 1));
}

/** Somebody signed in who holds a certificate of the run. */
export async function aGraduate(
  api: TestApi,
  office: SignedInPerson,
  run: BuiltRun,
  {
    blank,
    ...details
  }: { name?: string; kana?: string; address?: string; email?: string; blank?: true } = {},
): Promise<SignedInPerson> {
  const person = await aPerson(api).with(details).signedIn();
  const { enrolmentId, learner } = await aConfirmedLearner(api, run.courseRunId, person);
  await api.as(learner).call(learningEndpoints.recordReading, {
    params: { enrolmentId, lessonId: run.course.materialLessonId },
  });
  await issueCertificates(api, office, {
    enrolmentIds: [enrolmentId],
    ...(blank ? { blankNames: [enrolmentId] } : {}),
  });
  return person;
}

/** Fills in the whole form, page by page, and sends it. */
export async function applyAsSupporter(
  api: TestApi,
  person: SignedInPerson,
  given: ReturnType<typeof answers>,
): Promise<SupporterView> {
  const pages = { ...given, pledge: agreed };
  for (const [step, page] of Object.entries(pages))
    await api.as(person).attempt(supportersEndpoints.saveSupporterDraft, { body: { step, answers: page } });
  return (await api.as(person).call(supportersEndpoints.registerSupporter)).body;
}

/** A supporter who is active. */
export async function anActiveSupporter(
  api: TestApi,
  office: SignedInPerson,
  person: SignedInPerson,
  given: ReturnType<typeof answers>,
): Promise<SupporterView> {
  const { supporterId } = await applyAsSupporter(api, person, given);
  return (await api.as(office).call(supportersEndpoints.confirmSupporter, { params: { supporterId } })).body;
}

/** Somebody with a certificate becomes an active supporter who is invited to a meeting; the ids of both. */
export async function aSupporterOf(
  api: TestApi,
  office: SignedInPerson,
  person: SignedInPerson,
): Promise<{ supporterId: string; supporterMeetingId: string }> {
  const { supporterId } = await anActiveSupporter(api, office, person, answers(await aDistrict(api)));
  const { body } = await aMeeting(api, office);
  return { supporterId, supporterMeetingId: body.supporterMeetingId };
}

/** Plans a follow-up meeting. */
export function aMeeting(api: TestApi, office: SignedInPerson, change: object = {}, key?: string) {
  const body = {
    title: 'フォローアップの集い',
    heldOn: '2026-07-10',
    from: '13:30',
    to: '15:30',
    hall: '古河市社会福祉協議会',
    hallAddress: '古河市新久田271-1',
    ...change,
  };
  const headers = key ? { 'idempotency-key': key } : undefined;
  return api.as(office).call(activitiesEndpoints.planMeeting, { body, headers });
}
