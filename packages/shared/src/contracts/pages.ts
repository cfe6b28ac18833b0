import { z } from 'zod';
import { MyMeetingList } from './activities.js';
import { CompletionView } from './completion.js';
import { NameConfirmationView } from './completion.name-confirmation.js';
import { CourseRunView, CourseSummary } from './courses.js';
import { DraftView, EnrolmentView } from './enrolment.js';
import { LearningCourseView, LearningLessonView, LearningSummary } from './learning.js';
import { MaterialSummary } from './materials.js';
import { MyNotificationRow } from './notifications.js';
import { DistrictView } from './people.js';
import { MyAttendance } from './sessions.js';
import { MySupporter, SupporterActivityView, SupporterDraft } from './supporters.js';
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

const supporterChoices = { activities: z.array(SupporterActivityView), districts: z.array(DistrictView) };

/** The pages of the form with which one registers as a supporter. */
export const MySupporterDraftPage = z
  .object({ draft: SupporterDraft, ...supporterChoices })
  .meta({ id: 'MySupporterDraftPage' });
export type MySupporterDraftPage = z.infer<typeof MySupporterDraftPage>;

/** One's own answers once more, to change them. */
export const MySupporterAnswersPage = z
  .object({ supporter: MySupporter, ...supporterChoices })
  .meta({ id: 'MySupporterAnswersPage' });
export type MySupporterAnswersPage = z.infer<typeof MySupporterAnswersPage>;

/** The pages of an application. */
export const ApplyPage = z
  .object({
    run: CourseRunView,
    /** The form of this browser, of whatever run; null when none is kept. */
    draft: DraftView.nullable(),
    districts: z.array(DistrictView),
  })
  .meta({ id: 'ApplyPage' });
export type ApplyPage = z.infer<typeof ApplyPage>;

export const FrontPage = z
  .object({
    courses: z.array(CourseSummary),
    /** The short film to begin with. */
    digest: VideoSummary.nullable(),
  })
  .meta({ id: 'FrontPage' });
export type FrontPage = z.infer<typeof FrontPage>;
