import type {
  OfficeRegistrationBody,
  SupporterAnswers,
  SupporterView,
} from '@kizuna/shared/contracts/supporters';
import type { SupporterWay } from '@kizuna/shared/vocabulary/supporters';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../../platform/auth/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Commands } from '../../../platform/idempotency/index.js';
import { SupportersHistoryService } from '../supporters.history.service.js';
import { SupportersReader } from '../supporters.reader.js';
import { SupportersRepository } from '../supporters.repository.js';
import { SupportersStampsService } from '../supporters.stamps.service.js';
import { AnswersCheckService } from './answers-check.service.js';
import { answerColumns } from './answers.policy.js';
import { RegistrationDraftRepository } from './registration-draft.repository.js';

/** Applications to register: from the person's own form, or entered by the office from paper. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly commands: Commands,
    private readonly supporters: SupportersRepository,
    private readonly drafts: RegistrationDraftRepository,
    private readonly answers: AnswersCheckService,
    private readonly history: SupportersHistoryService,
    private readonly reader: SupportersReader,
    private readonly time: SupportersStampsService,
  ) {}

  /**
   * Submits the person's own form. The form is deleted in the same transaction, so a repeated submission registers once
   * and gets the same response; the unique index of current registrations decides between two forms at once.
   */
  async submitDraft(actor: Actor): Promise<SupporterView> {
    const { personId } = personOf(actor);
    const id = await this.commands.once(`supporters.register:${personId}`, undefined, null, async () => {
      const draft = await this.drafts.take(personId);
      const standing = await this.reader.latestOf(personId);
      if (!draft && standing?.state === 'applied') return standing.supporterId;
      const { wishes, times, places, contact, pledge } = draft ?? {};
      if (!wishes || !times || !places || !contact || !pledge)
        throw new DomainError('supporters.draft_missing');
      const complete = { wishes, times, places, contact };
      return this.register(actor, personId, complete, pledge.pledgeVersion, 'self');
    });
    return this.reader.getView(id);
  }

  /** Enters a paper form: the same rules; the pledge was signed on paper. */
  async enter(
    actor: Actor,
    { personId, answers, pledge }: OfficeRegistrationBody,
    key: string | undefined,
  ): Promise<SupporterView> {
    const scope = `supporters.enter:${personOf(actor).personId}`;
    const id = await this.commands.once(scope, key, { personId, answers, pledge }, () =>
      this.register(actor, personId, answers, pledge.pledgeVersion, 'paper'),
    );
    return this.reader.getView(id);
  }

  private async register(
    actor: Actor,
    personId: string,
    answers: SupporterAnswers,
    version: number,
    way: SupporterWay,
  ): Promise<string> {
    await this.answers.refuseUnlessCertified(personId);
    await this.answers.checkAll(personId, answers);
    await this.answers.refuseOldPledge(version);
    const { id, agreementId, now } = this.time.stamp();
    const supporter = {
      ...nothingYet,
      id,
      personId,
      appliedAt: now,
      appliedBy: way,
      ...answerColumns(answers),
    };
    await this.supporters.insert(supporter);
    await this.supporters.addAgreement({
      id: agreementId,
      supporterId: id,
      version,
      agreedAt: now,
      way,
      occasion: 'registration',
      recordedBy: way === 'paper' ? personOf(actor).personId : null,
    });
    await this.history.note(actor, 'applied', supporter);
    return id;
  }
}

const nothingYet = {
  state: 'applied',
  number: null,
  cardCode: null,
  confirmedOn: null,
  validUntil: null,
  leaveFrom: null,
  leaveUntil: null,
  leaveReason: null,
  endedOn: null,
  endReason: null,
  revision: 1,
  cardPrintedAt: null,
  cardPrintedUntil: null,
} as const;
