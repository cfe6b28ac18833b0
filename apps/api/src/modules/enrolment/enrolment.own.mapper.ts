import type { EnrolmentView } from '@kizuna/shared/contracts/enrolment';
import type { EnrolmentStatus } from '@kizuna/shared/vocabulary/enrolment';
import type { CourseRunId, EnrolmentId } from '@kizuna/shared/vocabulary/ids';

import { learnerActions } from './enrolment.policy.js';

/** A person's own enrolment as selected by a reader. */
export interface MyRow {
  enrolmentId: EnrolmentId;
  courseRunId: CourseRunId;
  status: EnrolmentStatus;
  receptionNumber: string;
  appliedAt: Date;
  /** One plus the number of people waiting ahead; null for enrolments that are not waiting. */
  waitingPosition: number | null;
}

/** Maps a person's own enrolment to its view. */
export function toEnrolmentView(
  row: MyRow,
  run: { courseSlug: string; courseTitle: string; runName: string },
): EnrolmentView {
  const { enrolmentId, courseRunId, status, receptionNumber, waitingPosition } = row;
  const { courseSlug, courseTitle, runName } = run;
  return {
    enrolmentId,
    courseRunId,
    courseSlug,
    courseTitle,
    runName,
    status,
    receptionNumber,
    waitingPosition,
    appliedAt: row.appliedAt.toISOString(),
    can: learnerActions(status),
  };
}
