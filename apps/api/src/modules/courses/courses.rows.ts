import type { CompletionRule } from '@kizuna/shared/contracts/courses';
import type { ClassSessionId, CourseId, CourseRunId, LessonId } from '@kizuna/shared/vocabulary/ids';
import type { CourseRunStatus, CourseStage } from '@kizuna/shared/vocabulary/courses';

import type { FaqEntry } from './course.entity.js';

/** A course as selected by the reader. */
export interface CourseRow {
  courseId: CourseId;
  /** Place in the catalogue. */
  position: number;
  slug: string;
  stage: CourseStage;
  title: string;
  shortTitle: string;
  tagline: string;
  summary: string;
  audience: string;
  outcomes: string[];
  faq: FaqEntry[];
  completionRule: CompletionRule;
  lessonCount: number;
  totalMinutes: number;
}

/** A training day inside a run's row: JSON built by the database, so timestamps are strings with an offset. */
export interface ClassSessionRow {
  classSessionId: ClassSessionId;
  lessonId: LessonId;
  lessonTitle: string;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  hall: string;
  hallAddress: string;
  note: string | null;
  cancelled: boolean;
}

/** A course run as selected by the reader. */
export interface CourseRunRow {
  courseRunId: CourseRunId;
  courseId: CourseId;
  courseSlug: string;
  courseTitle: string;
  name: string;
  fiscalYear: number;
  status: CourseRunStatus;
  opensAt: Date;
  closesAt: Date;
  capacity: number;
  taken: number;
  waiting: number;
  minimumAge: number | null;
  fee: string | null;
  bring: string | null;
  classSessions: ClassSessionRow[];
}

/** A run as the office saved it: without the counters of its seats. */
export type RunContent = Omit<CourseRunRow, 'taken' | 'waiting'>;

/** The facts of a run that higher modules need. */
export type CourseRunFacts = Omit<CourseRunRow, 'classSessions'>;
