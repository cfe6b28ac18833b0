import type { CompletionList, CompletionView } from '@kizuna/shared/contracts/completion';
import type { CompletionRule } from '@kizuna/shared/contracts/courses';
import type { CivilDate } from '@kizuna/shared/rules/civil-date';
import { comparableKana } from '@kizuna/shared/rules/text';
import { Injectable } from '@nestjs/common';

import { may, personOf, type Actor } from '../../platform/auth/index.js';
import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { ClassSessionsReader, CoursesReader, type RunContent } from '../courses/index.js';
import { EnrolmentReader, type EnrolmentFacts } from '../enrolment/index.js';
import { LearningReader, type LearningFacts } from '../learning/index.js';
import { PeopleReader, type PersonRecord } from '../people/index.js';
import { AttendanceReader, type AttendanceFacts } from '../sessions/index.js';
import { Typesetting } from '../templates/index.js';
import { decideCompletion } from './completion.policy.js';
import { nameStateOf, type SaidOfName } from './name-confirmation/name-confirmation.policy.js';
import { lastSaidOf } from './name-confirmation/name-confirmation.reader.js';

/** A completion with the extra facts that only issuing needs. */
export interface CompletionRecord extends CompletionView {
  courseId: string;
  runName: string;
  bornOn: CivilDate | null;
  /** The latest date on which a requirement was met. */
  lastDoneOn: string | null;
}

/** What the lower modules know about some enrolments. */
export interface FactsForCompletion {
  runs: readonly Pick<RunContent, 'courseRunId' | 'courseId' | 'courseTitle' | 'name'>[];
  /** By person. */
  people: ReadonlyMap<string, Pick<PersonRecord, 'name' | 'kana' | 'bornOn'>>;
  /** By enrolment. */
  learning: ReadonlyMap<string, LearningFacts>;
  attendance: ReadonlyMap<string, AttendanceFacts>;
  certificates: ReadonlyMap<string, { id: string; completedOn: string }>;
  /** The latest answer about the name, by person. */
  said: ReadonlyMap<string, SaidOfName>;
}

/** Collects the facts from the lower modules and applies the policy, for many enrolments at once. */
@Injectable()
export class CompletionReader {
  constructor(
    private readonly sql: Sql,
    private readonly courses: CoursesReader,
    private readonly days: ClassSessionsReader,
    private readonly enrolments: EnrolmentReader,
    private readonly learning: LearningReader,
    private readonly attendance: AttendanceReader,
    private readonly people: PeopleReader,
    // Names are checked against the sheet's fonts here, so that the office sees a missing character before issuing
    private readonly typesetting: Typesetting,
  ) {}

  /** Everyone who takes part in a run. @throws platform.not_found for an instructor of other runs */
  async listOfRun(actor: Actor, courseRunId: string): Promise<CompletionList> {
    const allowed =
      may(actor, 'run.read') || (await this.days.teaches(personOf(actor).personId, courseRunId));
    if (!allowed || !(await this.courses.findRun(courseRunId))) throw new DomainError('platform.not_found');
    return { items: await this.completionsOf(await this.enrolments.listLearningOfRun(courseRunId)) };
  }

  /** The actor's own enrolments. */
  async listMine(actor: Actor): Promise<CompletionList> {
    return {
      items: await this.completionsOf(await this.enrolments.listLearningOfPerson(personOf(actor).personId)),
    };
  }

  /** Completions by enrolment id; enrolments that do not take part in a run are absent. */
  async byEnrolment(enrolmentIds: readonly string[]): Promise<Map<string, CompletionRecord>> {
    const completions = await this.completionsOf(await this.enrolments.listLearningByIds(enrolmentIds));
    return new Map(completions.map((completion) => [completion.enrolmentId, completion]));
  }

  /** The decision for a list of enrolments, in kana order. */
  async completionsOf(enrolled: readonly EnrolmentFacts[]): Promise<CompletionRecord[]> {
    if (enrolled.length === 0) return [];
    const ids = enrolled.map((e) => e.enrolmentId);
    const runIds = [...new Set(enrolled.map((e) => e.courseRunId))];
    const [runs, people, learning, attendance, certificates, said] = await Promise.all([
      this.courses.runsByIds(runIds),
      this.people.findPeople(enrolled.map((e) => e.personId)),
      this.learning.factsFor(ids),
      this.attendance.factsFor(runIds, ids),
      this.certificatesOf(ids),
      lastSaidOf(this.sql, [...new Set(enrolled.map((e) => e.personId))]),
    ]);
    return this.judge(enrolled, { runs, people, learning, attendance, certificates, said });
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

  private async certificatesOf(enrolmentIds: readonly string[]) {
    const rows = await this.sql.query<{ id: string; enrolmentId: string; completedOn: string }>(
      `SELECT id, enrolment_id AS "enrolmentId", completed_on::text AS "completedOn" FROM certificates
       WHERE enrolment_id = ANY($1::uuid[]) AND state = 'valid'`,
      [enrolmentIds],
    );
    return new Map(rows.map((row) => [row.enrolmentId, row]));
  }
}
