import { z } from 'zod';
import { MyMeetingList } from './activities.js';
import { CompletionView } from './completion.js';
import { NameConfirmationView } from './completion.name-confirmation.js';
import { CourseSummary } from './courses.js';
import { EnrolmentView } from './enrolment.js';
import { LearningCourseView, LearningLessonView, LearningSummary } from './learning.js';
import { MaterialSummary } from './materials.js';
import { MyNotificationRow } from './notifications.js';
import { MyAttendance } from './sessions.js';
import { MySupporter } from './supporters.js';
import { VideoSummary } from './video.js';

/** マイページ. */
export const MyPage = z
  .object({
    /** The most urgent first. */
    summaries: z.array(LearningSummary),
    completions: z.array(CompletionView),
    enrolments: z.array(EnrolmentView),
    name: NameConfirmationView,
    /** Null where they cannot be read just now. */
    letters: z.array(MyNotificationRow).nullable(),
    supporter: MySupporter.nullable(),
    meetings: MyMeetingList.shape.items,
    /** The most urgent course, once its lessons are open. */
    course: LearningCourseView.nullable(),
    attendance: z.array(MyAttendance).nullable(),
  })
  .meta({ id: 'MyPage' });
export type MyPage = z.infer<typeof MyPage>;

export const MyCoursePage = z
  .object({
    course: LearningCourseView,
    completion: CompletionView.nullable(),
    attendance: z.array(MyAttendance),
    documents: z.array(MaterialSummary),
  })
  .meta({ id: 'MyCoursePage' });
export type MyCoursePage = z.infer<typeof MyCoursePage>;

export const MyLessonPage = z
  .object({
    lesson: LearningLessonView,
    /** Of a training day. */
    attendance: z.array(MyAttendance).nullable(),
  })
  .meta({ id: 'MyLessonPage' });
export type MyLessonPage = z.infer<typeof MyLessonPage>;

export const MySupporterPage = z
  .object({ supporter: MySupporter, meetings: MyMeetingList.shape.items })
  .meta({ id: 'MySupporterPage' });
export type MySupporterPage = z.infer<typeof MySupporterPage>;

export const FrontPage = z
  .object({
    courses: z.array(CourseSummary),
    /** The short film to begin with. */
    digest: VideoSummary.nullable(),
  })
  .meta({ id: 'FrontPage' });
export type FrontPage = z.infer<typeof FrontPage>;
