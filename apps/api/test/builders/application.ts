import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { addDays } from '@kizuna/shared/rules/civil-date';

import type { TestApi } from '../support/api.js';
import { aPerson, type SignedInPerson } from './person.js';

let number = 0;

/** What somebody types into the form, valid unless told otherwise. Every call is another person. */
export function anApplication(courseRunId: string, change: Record<string, unknown> = {}) {
  number += 1;
  return {
    courseRunId,
    name: `古河 花${number}`,
    kana: 'こが はな',
    bornOn: addDays('1941-01-01', number * 3),
    phone: `0280-48-${String(number).padStart(4, '0')}`,
    address: '茨城県古河市長谷町38番18号',
    applicantIs: 'self',
    wishes: [],
    replyBy: 'letter',
    consent: true,
    ...change,
  };
}

export interface BuiltEnrolment {
  enrolmentId: string;
  learner: SignedInPerson;
}

/** A signed-in learner who applied to a run and was confirmed by the office. */
export async function aConfirmedLearner(
  api: TestApi,
  courseRunId: string,
  learner?: SignedInPerson,
): Promise<BuiltEnrolment> {
  const applied = await anAppliedLearner(api, courseRunId, learner);
  const office = await aPerson(api).withRoles('office').signedIn();
  const answer = await api
    .as(office)
    .call(enrolmentEndpoints.confirmEnrolments, { body: { enrolmentIds: [applied.enrolmentId] } });
  if (answer.body.confirmed?.length !== 1) throw new Error(`not confirmed: ${JSON.stringify(answer.body)}`);
  return applied;
}

/** A signed-in learner who applied to a run through the public form. */
export async function anAppliedLearner(
  api: TestApi,
  courseRunId: string,
  given?: SignedInPerson,
): Promise<BuiltEnrolment> {
  const learner = given ?? (await aPerson(api).signedIn());
  const answer = await api
    .as(learner)
    .call(enrolmentEndpoints.applyForRun, { body: anApplication(courseRunId, { name: learner.name }) });
  if (answer.status !== 201) throw new Error(`not taken: ${JSON.stringify(answer.body)}`);
  const mine = await api.as(learner).call(enrolmentEndpoints.listOwnEnrolments);
  const enrolment = mine.body.items.find((item: { courseRunId: string }) => item.courseRunId === courseRunId);
  return { enrolmentId: enrolment!.enrolmentId, learner };
}
