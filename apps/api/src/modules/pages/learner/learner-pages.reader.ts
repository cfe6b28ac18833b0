import type { MyCoursePage, MyLessonPage, MyPage } from '@kizuna/shared/contracts/pages';
import type { CivilDate } from '@kizuna/shared/rules/civil-date';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/errors/index.js';
import { CompletionReader, NameConfirmationReader, type CompletionRecord } from '../../completion/index.js';
import { ClassSessionsReader, CoursesOutlineReader, type RunOutline } from '../../courses/index.js';
import { toEnrolmentView } from '../../enrolment/index.js';
import {
  byLesson,
  byUrgency,
  learningFactsOf,
  LearningPagesReader,
  mayLearn,
  toLearningCourse,
  toLearningHome,
  watchByVideo,
} from '../../learning/index.js';
import { MaterialsReader } from '../../materials/index.js';
import { NotificationsReader } from '../../notifications/index.js';
import { attendanceFactsOf, attendanceListOf, SessionsReader } from '../../sessions/index.js';
import { MayFail } from '../may-fail.js';
import { LearnerRecordReader, type LearnerRecord } from './learner-record.reader.js';
import { LearnerSupporterPagesReader } from './learner-supporter-pages.reader.js';

type Outlines = ReadonlyMap<string, RunOutline>;

/** The pages of a learner, each from as few statements as possible (docs/adr/0040). */
@Injectable()
export class LearnerPagesReader {
  constructor(
    private readonly records: LearnerRecordReader,
    private readonly outlines: CoursesOutlineReader,
    private readonly days: ClassSessionsReader,
    private readonly learning: LearningPagesReader,
    private readonly completions: CompletionReader,
    private readonly names: NameConfirmationReader,
    private readonly materials: MaterialsReader,
    private readonly sessions: SessionsReader,
    private readonly letters: NotificationsReader,
    private readonly support: LearnerSupporterPagesReader,
    private readonly mayFail: MayFail,
    private readonly clock: Clock,
  ) {}

  /** マイページ: everything that the person has here. Letters and the registration as supporter may be missing. */
  async getMyPage(actor: Actor): Promise<MyPage> {
    const { personId } = personOf(actor);
    const [record, letters, support] = await Promise.all([
      this.records.getRecord(personId),
      this.mayFail.read('letters', this.letters.listMine(actor), null),
      this.mayFail.read('supporter', this.support.getSupporterPage(actor), null),
    ]);
    const outlines = await this.outlinesOf(record);
    const summaries = byUrgency(toLearningHome(record.enrolments, outlines, this.progressOf(record)).items);
    const first = summaries[0];
    const enrolment = record.enrolments.find(({ enrolmentId }) => enrolmentId === first?.enrolmentId);
    const outline = enrolment && outlines.get(enrolment.courseRunId);
    const shown = enrolment && outline && mayLearn(enrolment.status) ? enrolment : null;
    return {
      summaries,
      completions: await this.completionsOf(record, outlines),
      enrolments: record.enrolments.map((one) => toEnrolmentView(one, outlines.get(one.courseRunId)!)),
      name: this.names.viewOf(
        record.person,
        record.enrolments.some(({ status }) => mayLearn(status)),
        record.said,
      ),
      letters: letters?.items ?? null,
      supporter: support?.supporter ?? null,
      meetings: support?.meetings ?? [],
      course: shown && toLearningCourse(shown, outline!, this.progressOf(record)),
      attendance: shown && (await this.attendanceOf(record, shown)),
    };
  }

  /** A learner's own course. @throws DomainError platform.not_found for another person's enrolment */
  async getCoursePage(actor: Actor, enrolmentId: string): Promise<MyCoursePage> {
    const record = await this.records.getRecord(personOf(actor).personId);
    const enrolment = record.enrolments.find((one) => one.enrolmentId === enrolmentId);
    const outlines = await this.outlinesOf(record);
    const outline = enrolment && outlines.get(enrolment.courseRunId);
    if (!outline) throw new DomainError('platform.not_found');
    const documents = mayLearn(enrolment.status) ? await this.materials.listOfCourse(outline.courseId) : null;
    const completions = await this.completionsOf(record, outlines);
    return {
      course: toLearningCourse(enrolment, outline, this.progressOf(record)),
      completion: completions.find((one) => one.enrolmentId === enrolmentId) ?? null,
      attendance: await this.attendanceOf(record, enrolment),
      documents: documents?.items ?? [],
    };
  }

  /**
   * One lesson; of a training day with the days and marks.
   * @throws DomainError platform.not_found, learning.not_open_yet
   */
  async getLessonPage(
    actor: Actor,
    enrolmentId: string,
    lessonId: string,
    language?: CaptionLanguage,
  ): Promise<MyLessonPage> {
    const lesson = await this.learning.lesson(actor, enrolmentId, lessonId, language);
    const isTrainingDay = lesson.progress.lesson.kind === 'training_day';
    const attendance = isTrainingDay ? await this.sessions.myAttendance(actor, enrolmentId) : null;
    return { lesson, attendance: attendance?.items ?? null };
  }

  private outlinesOf({ enrolments }: LearnerRecord): Promise<Outlines> {
    return this.outlines.outlinesOf(enrolments.map(({ courseRunId }) => courseRunId));
  }

  private progressOf({ progress, watched }: LearnerRecord) {
    return { progress, watched: watchByVideo(watched), now: this.clock.now() };
  }

  private async attendanceOf(
    { marks }: LearnerRecord,
    { enrolmentId, courseRunId }: { enrolmentId: string; courseRunId: string },
  ) {
    return attendanceListOf(await this.days.listOfRuns([courseRunId]), marks, enrolmentId).items;
  }

  private async completionsOf(record: LearnerRecord, outlines: Outlines): Promise<CompletionRecord[]> {
    const { person, progress, marks, said } = record;
    const enrolled = record.enrolments.filter(({ status }) => mayLearn(status));
    if (enrolled.length === 0) return [];
    const days = await this.days.listOfRuns(enrolled.map(({ courseRunId }) => courseRunId));
    const own = { ...person, bornOn: person.bornOn as CivilDate | null };
    return this.completions.judge(enrolled, {
      runs: enrolled.flatMap(({ courseRunId }) => {
        const outline = outlines.get(courseRunId);
        return outline ? [{ ...outline, name: outline.runName }] : [];
      }),
      people: new Map([[person.personId, own]]),
      learning: new Map(
        enrolled.map(({ enrolmentId, courseRunId }) => [
          enrolmentId,
          learningFactsOf(outlines.get(courseRunId)?.lessons ?? [], byLesson(progress, enrolmentId)),
        ]),
      ),
      attendance: attendanceFactsOf(days, marks),
      certificates: new Map(
        record.certificates.flatMap((one) => (one.enrolmentId ? [[one.enrolmentId, one] as const] : [])),
      ),
      said: said ? new Map([[person.personId, said]]) : new Map(),
    });
  }
}
