import { createHash } from 'node:crypto';

import {
  applicationAnswers,
  type ApplicationReceipt,
  type DraftAnswersBody,
  type DraftStartBody,
  type DraftView,
} from '@kizuna/shared/contracts/enrolment';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { Ids } from '../../platform/ids/ids.js';
import type { CourseRunFacts } from '../courses/index.js';
import { PeopleReader } from '../people/index.js';
import { EnrolmentApplyService } from './enrolment.apply.service.js';
import {
  draftLifetimeMs,
  guardianNeeded,
  nextStepOf,
  prefilled,
  receiptLifetimeMs,
  type DraftAnswers,
} from './enrolment.draft.policy.js';
import { EnrolmentDraftRepository, type DraftRecord } from './enrolment.draft.repository.js';
import { EnrolmentIntakeService, refused } from './enrolment.intake.service.js';
import { refusalOfBirthDate, refusalOfRun } from './enrolment.policy.js';

const wholeForm = z.object(applicationAnswers);

/** The multi-step application form. Answers are stored here; the browser only has a token. */
@Injectable()
export class EnrolmentDraftService {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: EnrolmentDraftRepository,
    private readonly intake: EnrolmentIntakeService,
    private readonly people: PeopleReader,
    private readonly applications: EnrolmentApplyService,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Opens the form of a run: the one already started in this browser by the same person, else a new one.
   * @throws DomainError platform.not_found, enrolment.not_open_yet, enrolment.closed, enrolment.run_cancelled
   */
  async start(
    actor: Actor,
    token: string | undefined,
    body: DraftStartBody,
  ): Promise<{ view: DraftView; token: string }> {
    const run = await this.intake.getRun(body.courseRunId);
    const refusal = refusalOfRun(run, 'applicant', this.clock.now());
    if (refusal) throw refused(refusal);
    const answers = await this.firstAnswers(actor);
    return this.transactions.run(async () => {
      const open = await this.find(actor, token);
      if (open && token !== undefined && open.courseRunId === run.courseRunId && open.receipt === null) {
        return { view: this.view(run, open), token };
      }
      // A new form deletes what another person left on a shared tablet
      if (token !== undefined) await this.drafts.delete(hashOf(token));
      const fresh = this.ids.token();
      const draft = {
        id: this.ids.next(),
        tokenHash: hashOf(fresh),
        courseRunId: run.courseRunId,
        personId: actor.kind === 'person' ? actor.personId : null,
        answers,
        receipt: null,
        expiresAt: this.after(draftLifetimeMs),
      };
      await this.drafts.insert(draft);
      return { view: this.view(run, draft), token: fresh };
    });
  }

  /** @throws DomainError enrolment.draft_missing */
  async get(actor: Actor, token: string | undefined): Promise<DraftView> {
    const view = await this.findView(actor, token);
    if (!view) throw new DomainError('enrolment.draft_missing');
    return view;
  }

  /** The form kept for this browser, of whatever run; null if there is none. */
  async findView(actor: Actor, token: string | undefined): Promise<DraftView | null> {
    const draft = ownOf(actor, token && (await this.drafts.find(hashOf(token), this.clock.now())));
    return draft && this.view(await this.intake.getRun(draft.courseRunId), draft);
  }

  /**
   * Stores one page of the form. A minor's birth date is stored without the guardian; the page then asks for the name.
   * @throws DomainError enrolment.draft_missing, people.birth_date_in_future, enrolment.below_minimum_age,
   * people.district_unknown
   */
  async save(
    actor: Actor,
    token: string | undefined,
    { step, answers }: DraftAnswersBody,
  ): Promise<DraftView> {
    const begun = await this.peek(actor, token);
    const districtId = step === 'contact' ? answers.districtId : undefined;
    const { run } = await this.applications.prepare(begun.courseRunId, districtId);
    if (step === 'birth') this.checkBirthDate(answers.bornOn, run);
    return this.transactions.run(async () => {
      const draft = await this.find(actor, token);
      if (!draft || draft.receipt !== null) throw new DomainError('enrolment.draft_missing');
      const all: DraftAnswers = { ...draft.answers, [step]: answers };
      await this.drafts.saveAnswers(draft.id, all, this.after(draftLifetimeMs));
      return this.view(run, { ...draft, answers: all });
    });
  }

  /** Deletes all answers. */
  async discard(token: string | undefined): Promise<{ done: true }> {
    if (token !== undefined) await this.transactions.run(() => this.drafts.delete(hashOf(token)));
    return { done: true };
  }

  /**
   * Submits the form; repeating it returns the same receipt.
   * @throws DomainError enrolment.draft_missing, enrolment.draft_incomplete, and the reasons for refusing an
   * application
   */
  async submit(actor: Actor, token: string | undefined): Promise<ApplicationReceipt> {
    const begun = await this.peek(actor, token);
    const ground = await this.applications.prepare(begun.courseRunId, begun.answers.contact?.districtId);
    return this.transactions.run(async () => {
      const draft = await this.find(actor, token);
      if (!draft) throw new DomainError('enrolment.draft_missing');
      if (draft.receipt !== null) return draft.receipt;
      const { receipt } = await this.applications.applyOnline(actor, ground, this.completed(draft.answers));
      await this.drafts.close(draft.id, receipt, this.after(receiptLifetimeMs));
      return receipt;
    });
  }

  /** Deletes forms left untouched for a week, and receipts after an hour. */
  forgetExpired(): Promise<void> {
    return this.transactions.run(() => this.drafts.deleteExpired(this.clock.now()));
  }

  /** @throws DomainError enrolment.draft_missing */
  private async peek(actor: Actor, token: string | undefined): Promise<DraftRecord> {
    const draft = ownOf(actor, token && (await this.drafts.find(hashOf(token), this.clock.now())));
    if (!draft) throw new DomainError('enrolment.draft_missing');
    return draft;
  }

  /** The locked draft. */
  private async find(actor: Actor, token: string | undefined): Promise<DraftRecord | null> {
    if (token === undefined) return null;
    return ownOf(actor, await this.drafts.lock(hashOf(token), this.clock.now()));
  }

  private async firstAnswers(actor: Actor): Promise<DraftAnswers> {
    return actor.kind === 'person' ? prefilled(await this.people.getPerson(actor.personId)) : {};
  }

  private checkBirthDate(bornOn: string, run: CourseRunFacts): void {
    const refusal = refusalOfBirthDate(bornOn, run.minimumAge, this.today());
    if (refusal) throw refused(refusal);
  }

  private completed(answers: DraftAnswers) {
    const missing = nextStepOf(answers, this.today());
    if (missing) throw new DomainError('enrolment.draft_incomplete', { params: { step: missing } });
    const { who, name, birth, contact, wishes } = answers;
    return wholeForm.parse({ ...who, ...name, ...birth, ...contact, ...wishes });
  }

  private view(run: CourseRunFacts, draft: Pick<DraftRecord, 'answers' | 'receipt'>): DraftView {
    return {
      courseRunId: run.courseRunId,
      courseTitle: run.courseTitle,
      runName: run.name,
      answers: draft.answers,
      nextStep: nextStepOf(draft.answers, this.today()),
      guardianNeeded: guardianNeeded(draft.answers, this.today()),
      receipt: draft.receipt,
    };
  }

  private today(): string {
    return civilDateOf(this.clock.now());
  }

  private after(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() + milliseconds);
  }
}

/** The draft, if the same person (or nobody) is signed in as when it was started. */
function ownOf(actor: Actor, draft: DraftRecord | '' | null | undefined): DraftRecord | null {
  return draft && draft.personId === (actor.kind === 'person' ? actor.personId : null) ? draft : null;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
