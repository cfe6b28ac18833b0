import { draftSteps, type DraftStep, type DraftView } from '@kizuna/shared/contracts/enrolment';
import type { CivilDate } from '@kizuna/shared/rules/civil-date';

import { needsGuardian } from './enrolment.policy.js';

/** The answers so far, by page of the form. */
export type DraftAnswers = DraftView['answers'];

/** How long an untouched form is stored, and a receipt on what may be a shared tablet. */
export const draftLifetimeMs = 7 * 24 * 3_600_000;
export const receiptLifetimeMs = 3_600_000;

/** Whether the birth date page must ask for the guardian's name. */
export function guardianNeeded(answers: DraftAnswers, today: CivilDate): boolean {
  return answers.birth !== undefined && needsGuardian(answers.birth.bornOn, today);
}

/** The first page with a missing answer; null if only the confirmation is left. */
export function nextStepOf(answers: DraftAnswers, today: CivilDate): DraftStep | null {
  const lacksGuardian = guardianNeeded(answers, today) && !answers.birth?.guardianName;
  return draftSteps.find((step) => !answers[step] || (step === 'birth' && lacksGuardian)) ?? null;
}

/** Details of a signed-in person used to prefill the form. */
export interface KnownDetails {
  name: string;
  kana: string;
  bornOn: CivilDate | null;
  phone: string | null;
  email: string | null;
  postalCode: string | null;
  address: string;
  districtId: string | null;
}

/** The initial answers for a signed-in person, prefilled for confirmation. */
export function prefilled(known: KnownDetails): DraftAnswers {
  const optional = (key: string, value: string | null) => (value ? { [key]: value } : {});
  const reachable = known.address !== '' && (known.phone !== null || known.email !== null);
  return {
    who: { applicantIs: 'self' },
    name: { name: known.name, kana: known.kana },
    ...(known.bornOn ? { birth: { bornOn: known.bornOn } } : {}),
    ...(reachable
      ? {
          contact: {
            ...optional('phone', known.phone),
            ...optional('email', known.email),
            ...optional('postalCode', known.postalCode),
            address: known.address,
            ...optional('districtId', known.districtId),
            replyBy: known.email ? 'mail' : 'letter',
          },
        }
      : {}),
  };
}
