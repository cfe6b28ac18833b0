import { assessmentErrors } from './assessment.js';
import { certificationErrors } from './certification.js';
import { completionErrors } from './completion.js';
import { coursesErrors } from './courses.js';
import { credentialsErrors } from './credentials.js';
import { enrolmentErrors } from './enrolment.js';
import type { ErrorKind } from './kinds.js';
import { learningErrors } from './learning.js';
import { ledgerErrors } from './ledger.js';
import { materialsErrors } from './materials.js';
import { notificationsErrors } from './notifications.js';
import { peopleErrors } from './people.js';
import { platformErrors } from './platform.js';
import { sessionsErrors } from './sessions.js';
import { supportersErrors } from './supporters.js';
import { templatesErrors } from './templates.js';
import { uploadsErrors } from './uploads.js';
import { verificationErrors } from './verification.js';
import { videoErrors } from './video.js';
import { viewingsErrors } from './viewings.js';

export { statusOfKind, type ErrorKind } from './kinds.js';

const all = {
  ...platformErrors,
  ...peopleErrors,
  ...uploadsErrors,
  ...videoErrors,
  ...assessmentErrors,
  ...coursesErrors,
  ...materialsErrors,
  ...enrolmentErrors,
  ...learningErrors,
  ...sessionsErrors,
  ...completionErrors,
  ...certificationErrors,
  ...verificationErrors,
  ...templatesErrors,
  ...credentialsErrors,
  ...ledgerErrors,
  ...notificationsErrors,
  ...viewingsErrors,
  ...supportersErrors,
};

/**
 * Every error code that the API may return as `code`. Each has a Japanese message in apps/web (messages/ja/errors.ts).
 */
export type ErrorCode = keyof typeof all;

export const errorKinds: Record<ErrorCode, ErrorKind> = all;
export const errorCodes = Object.keys(all) as ErrorCode[];

/** Whether a string is a known error code (Zod schemas carry error codes as their messages). */
export function isErrorCode(word: string): word is ErrorCode {
  return Object.hasOwn(all, word);
}
