import type { CompletionList, CompletionView } from '@kizuna/shared/contracts/completion';
import type { CompletionRule } from '@kizuna/shared/contracts/courses';
import type { CivilDate } from '@kizuna/shared/rules/civil-date';
import { comparableKana } from '@kizuna/shared/rules/text';
import { Injectable } from '@nestjs/common';

import { may, personOf, type Actor } from '../../platform/auth/index.js';
import { DomainError } from '../../platform/errors/index.js';
import {
  ClassSessionsReader,
  CoursesOutlineReader,
  CoursesReader,
  type RunContent,
} from '../courses/index.js';
import type { EnrolmentFacts } from '../enrolment/index.js';
import { learningFactsOf, type LearningFacts, type ProgressByLesson } from '../learning/index.js';
import { attendanceFactsOf, type AttendanceFacts } from '../sessions/index.js';
import { Typesetting } from '../templates/index.js';
import { CompletionFactsReader, type LearnerOfRun } from './completion.facts.reader.js';
import { decideCompletion } from './completion.policy.js';
import { nameStateOf, type SaidOfName } from './name-confirmation/name-confirmation.policy.js';

/** A completion with the extra facts that only issuing needs. */
export interface CompletionRecord extends CompletionView {
  courseId: string;
  runName: string;
  bornOn: CivilDate | null;
  /** The latest date on which a requirement was met. */
  lastDoneOn: string | null;
  certificateNumber: string | null;
  /** What was done at home, and on how many training days; as read for the decision. */
  learning: LearningFacts | null;
  attendedTrainingDays: number;
}

/** What the lower modules know about some enrolments. */
export interface FactsForCompletion {
  runs: readonly Pick<RunContent, 'courseRunId' | 'courseId' | 'courseTitle' | 'name'>[];
  /** By person. */
  people: ReadonlyMap<string, { name: string; kana: string; bornOn: string | null }>;
  /** By enrolment. */
  learning: ReadonlyMap<string, LearningFacts>;
  attendance: ReadonlyMap<string, AttendanceFacts>;
  certificates: ReadonlyMap<string, { id: string; number: string; completedOn: string }>;
  /** The latest answer about the name, by person. */
  said: ReadonlyMap<string, SaidOfName>;
}

/** Collects the facts from the lower modules and applies the policy, for many enrolments at once. */
@Injectable()
export class CompletionReader {
  constructor(
    private readonly facts: CompletionFactsReader,
    private readonly courses: CoursesReader,
    private readonly outlines: CoursesOutlineReader,
    private readonly days: ClassSessionsReader,
    // Names are checked against the sheet's fonts here, so that the office sees a missing character before issuing
    private readonly typesetting: Typesetting,
  ) {}

  /** Everyone who takes part in a run. @throws platform.not_found for an instructor of other runs */
  async listOfRun(actor: Actor, courseRunId: string): Promise<CompletionList> {
    const allowed =
      may(actor, 'run.read') || (await this.days.teaches(personOf(actor).personId, courseRunId));
    const known = allowed && (await this.outlines.outlinesOf([courseRunId])).has(courseRunId);
    if (!known) throw new DomainError('platform.not_found');
    return { items: await this.ofRuns([courseRunId]) };
  }

  /** The actor's own enrolments. */
  async listMine(actor: Actor): Promise<CompletionList> {
    return { items: await this.decide(await this.facts.ofPerson(personOf(actor).personId)) };
  }

  /** Everybody who takes part in some runs, in kana order. */
  async ofRuns(courseRunIds: readonly string[]): Promise<CompletionRecord[]> {
    return this.decide(courseRunIds.length === 0 ? [] : await this.facts.ofRuns(courseRunIds));
  }

  /** Completions by enrolment id; enrolments that do not take part in a run are absent. */
  async byEnrolment(enrolmentIds: readonly string[]): Promise<Map<string, CompletionRecord>> {
    const completions = await this.decide(await this.facts.ofEnrolments(enrolmentIds));
    return new Map(completions.map((completion) => [completion.enrolmentId, completion]));
  }

  /** The decision for learners whose facts were read, in kana order. */
  private async decide(learners: readonly LearnerOfRun[]): Promise<CompletionRecord[]> {
    if (learners.length === 0) return [];
    const runIds = learners.map(({ courseRunId }) => courseRunId);
    const [outlines, days] = await Promise.all([
      this.outlines.outlinesOf(runIds),
      this.days.listOfRuns(runIds),
    ]);
    const marks = learners.flatMap(({ enrolmentId, marks }) =>
      marks.map(({ classSessionId, status }) => ({ enrolmentId, classSessionId, status })),
    );
    const lessonsOf = (courseRunId: string) => outlines.get(courseRunId)?.lessons ?? [];
    return this.judge(learners, {
      runs: [...outlines.values()].map((outline) => ({ ...outline, name: outline.runName })),
      people: new Map(learners.map((learner) => [learner.personId, learner])),
      learning: new Map(
        learners.map((one) => [
          one.enrolmentId,
          learningFactsOf(lessonsOf(one.courseRunId), progressOf(one)),
        ]),
      ),
      attendance: attendanceFactsOf(days, marks),
      certificates: new Map(
        learners.flatMap(({ enrolmentId, certificate }) =>
          certificate ? [[enrolmentId, certificate] as const] : [],
        ),
      ),
      said: new Map(learners.flatMap(({ personId, said }) => (said ? [[personId, said] as const] : []))),
    });
  }

  /** The decision for a list of enrolments whose facts were read, in kana order. */
  async judge(enrolled: readonly EnrolmentFacts[], facts: FactsForCompletion): Promise<CompletionRecord[]> {
    const { runs, people, learning, attendance, certificates, said } = facts;
    const rules = await this.rulesOf(runs.map((run) => run.courseId));
    const runOf = new Map(runs.map((run) => [run.courseRunId, run]));
    return enrolled
      .flatMap((enrolment) => {
        const person = people.get(enrolment.personId);
        return person ? [{ enrolment, person, key: comparableKana(person.kana) }] : [];
      })
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ enrolment, person }) => {
        const run = runOf.get(enrolment.courseRunId)!;
        const learned = learning.get(enrolment.enrolmentId);
        const attended = attendance.get(enrolment.enrolmentId);
        const decision = decideCompletion(rules.get(run.courseId)!, {
          requiredTotal: learned?.requiredTotal ?? 0,
          requiredDone: learned?.requiredDone ?? 0,
          hasQuiz: learned?.hasQuiz ?? false,
          bestQuizPercent: learned?.bestQuizPercent ?? null,
          attendedTrainingDays: attended?.attendedTrainingDays ?? 0,
        });
        const lastDoneOn = [learned?.lastDoneOn, attended?.lastAttendedOn].reduce<string | null>(
          (latest, day) => (day && day > (latest ?? '') ? day : latest),
          null,
        );
        const certificate = certificates.get(enrolment.enrolmentId);
        return {
          enrolmentId: enrolment.enrolmentId,
          personId: enrolment.personId,
          courseRunId: enrolment.courseRunId,
          courseId: run.courseId,
          runName: run.name,
          courseTitle: run.courseTitle,
          name: person.name,
          kana: person.kana,
          bornOn: person.bornOn,
          status: enrolment.status,
          complete: decision.complete,
          completedOn: decision.complete ? (certificate?.completedOn ?? lastDoneOn) : null,
          lastDoneOn,
          missing: decision.missing,
          certificateId: certificate?.id ?? null,
          certificateNumber: certificate?.number ?? null,
          learning: learned ?? null,
          attendedTrainingDays: attended?.attendedTrainingDays ?? 0,
          undrawable: this.typesetting.undrawableIn(person.name),
          alternatives: this.typesetting.alternativesIn(person.name),
          nameConfirmation: nameStateOf(person.name, said.get(enrolment.personId) ?? null),
        } as CompletionRecord;
      });
  }

  private async rulesOf(courseIds: readonly string[]): Promise<Map<string, CompletionRule>> {
    const courses = await Promise.all([...new Set(courseIds)].map((id) => this.courses.findCourse(id)));
    return new Map(
      courses.flatMap((course) => (course ? [[course.courseId, course.completionRule] as const] : [])),
    );
  }
}

function progressOf({ progress }: LearnerOfRun): ProgressByLesson {
  return new Map(
    progress.map(({ doneAt, lastActiveAt, ...own }) => [
      own.lessonId,
      { ...own, doneAt: doneAt === null ? null : new Date(doneAt), lastActiveAt: new Date(lastActiveAt) },
    ]),
  );
}
