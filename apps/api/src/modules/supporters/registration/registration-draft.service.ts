import type { SupporterDraft, SupporterDraftBody } from '@kizuna/shared/contracts/supporters';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { SupporterSettingsReader } from '../settings/supporter-settings.reader.js';
import { nextStepOf } from '../supporters.policy.js';
import { SupportersReader } from '../supporters.reader.js';
import { AnswersCheckService } from './answers-check.service.js';
import { RegistrationDraftRepository, type SupporterDraftAnswers } from './registration-draft.repository.js';

/** A person's own form, stored between its pages, so that it can be continued on any device. */
@Injectable()
export class RegistrationDraftService {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: RegistrationDraftRepository,
    private readonly answers: AnswersCheckService,
    private readonly reader: SupportersReader,
    private readonly settings: SupporterSettingsReader,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor): Promise<SupporterDraft> {
    const { personId } = personOf(actor);
    return this.view(personId, (await this.reader.draftOf(personId)) ?? {});
  }

  /** Stores one page. @throws supporters.not_certified and the errors of the page's answers */
  async keep(actor: Actor, page: SupporterDraftBody): Promise<SupporterDraft> {
    const { personId } = personOf(actor);
    await this.answers.refuseUnlessCertified(personId);
    await this.answers.checkPage(personId, page);
    const kept = await this.transactions.run(() =>
      this.drafts.keep(personId, page.step, page.answers, this.clock.now()),
    );
    return this.view(personId, kept);
  }

  private async view(personId: string, answers: SupporterDraftAnswers): Promise<SupporterDraft> {
    const [pledge, { can }] = await Promise.all([this.settings.pledge(), this.reader.ofPerson(personId)]);
    return { answers, nextStep: nextStepOf(answers, pledge.version), pledge, can };
  }
}
