import type { CourseRunStatus } from '@kizuna/shared/vocabulary/courses';

/** The form of a course run as filled in: texts as typed. */
export interface RunDraft {
  courseId: string;
  name: string;
  /** civil date `YYYY-MM-DD` and time `HH:MM` of the same moment */
  opensAt: string;
  opensTime: string;
  closesAt: string;
  closesTime: string;
  capacity: string;
  minimumAge: string;
  fee: string;
  bring: string;
  status: CourseRunStatus;
  instructorIds: readonly string[];
}

/** The form of a training day as filled in. */
export interface DayDraft {
  lessonId: string;
  heldOn: string;
  startTime: string;
  endTime: string;
  hall: string;
  hallAddress: string;
  note: string;
  cancelled: boolean;
}
