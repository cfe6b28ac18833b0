import type {
  NewRunPage,
  OfficeRunPage,
  RunCertificatesPage,
  RunCompletionsPage,
  RunFormPage,
} from '@kizuna/shared/contracts/pages.office';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { CertificateBatchReader, EnvelopeService } from '../../certification/index.js';
import { CompletionReader } from '../../completion/index.js';
import { CoursesOfficeReader, CoursesReader } from '../../courses/index.js';
import { PeopleReader } from '../../people/index.js';
import { ReportingReader } from '../../reporting/index.js';

/** More people than teach here. */
const mostInstructors = 200;

/** The office's pages of one course run. */
@Injectable()
export class RunPagesReader {
  constructor(
    private readonly runs: CoursesOfficeReader,
    private readonly courses: CoursesReader,
    private readonly people: PeopleReader,
    private readonly reports: ReportingReader,
    private readonly completions: CompletionReader,
    private readonly batches: CertificateBatchReader,
    private readonly envelopes: EnvelopeService,
  ) {}

  /** A run with its days and the board of its people. @throws DomainError platform.not_found */
  async getRunPage(courseRunId: string): Promise<OfficeRunPage> {
    const [run, board, batches] = await Promise.all([
      this.runs.getRun(courseRunId),
      this.reports.board(courseRunId),
      this.batches.listOfRun(courseRunId),
    ]);
    return { run, board, batches: batches.items };
  }

  /** What the form of a new run chooses from. */
  async getNewRunPage(): Promise<NewRunPage> {
    const [courses, instructors] = await Promise.all([this.courses.listCourseChoices(), this.instructors()]);
    return { courses, instructors };
  }

  /** The form of a run. @throws DomainError platform.not_found */
  async getFormPage(courseRunId: string): Promise<RunFormPage> {
    const [run, instructors] = await Promise.all([this.runs.getRun(courseRunId), this.instructors()]);
    return { run, instructors };
  }

  /** A run with everybody's completion. @throws DomainError platform.not_found */
  async getCompletionsPage(actor: Actor, courseRunId: string): Promise<RunCompletionsPage> {
    const [run, completions] = await Promise.all([
      this.runs.getRun(courseRunId),
      this.completions.listOfRun(actor, courseRunId),
    ]);
    return { run, completions: completions.items };
  }

  /** Who can be given a certificate, what is being made, who gets it by post. @throws DomainError platform.not_found */
  async getCertificatesPage(actor: Actor, courseRunId: string): Promise<RunCertificatesPage> {
    const [page, batches] = await Promise.all([
      this.getCompletionsPage(actor, courseRunId),
      this.batches.listOfRun(courseRunId),
    ]);
    const isIssued = page.completions.some(({ certificateId }) => certificateId !== null);
    return {
      ...page,
      batches: batches.items,
      envelopes: isIssued ? await this.envelopes.listOfRun(actor, courseRunId) : null,
    };
  }

  private async instructors() {
    return (await this.people.listPeople({ role: 'instructor', limit: mostInstructors })).items;
  }
}
