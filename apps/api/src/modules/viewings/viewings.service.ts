import type {
  ClosingBody,
  GroupViewingCorrection,
  GroupViewingView,
} from '@kizuna/shared/contracts/viewings';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { VideoShowableReader } from '../video/index.js';
import { ViewingsCreditsService } from './viewings.credits.service.js';
import {
  correctionProblem,
  decideClosing,
  planOf,
  planProblem,
  transitionRefusal,
  type ViewingTransition,
} from './viewings.policy.js';
import { seesAll, ViewingsReader } from './viewings.reader.js';
import { ViewingsRepository, type ViewingRecord } from './viewings.repository.js';

/** Corrects, closes, cancels and reopens group viewings. */
@Injectable()
export class ViewingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly viewings: ViewingsRepository,
    private readonly reader: ViewingsReader,
    private readonly films: VideoShowableReader,
    private readonly credits: ViewingsCreditsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Corrects day, place and numbers; for a closed showing a reason is required. @throws DomainError as the policy
   * decides
   */
  correct(actor: Actor, id: string, body: GroupViewingCorrection): Promise<GroupViewingView> {
    return this.change(actor, id, async (before) => {
      const refused = correctionProblem(before, body);
      if (refused) throw new DomainError(refused.code, refused.field ? { field: refused.field } : {});
      const plan = planOf(body);
      const film = (await this.films.findFilms([body.videoId])).get(body.videoId);
      const problem = planProblem(plan, film?.durationMs ?? null, this.clock.now(), seesAll(actor));
      if (problem) throw new DomainError(problem.code, { field: problem.field });
      const othersCount = before.state === 'planned' ? null : (body.othersCount ?? before.othersCount);
      await this.viewings.change(id, { ...plan, othersCount });
      await this.credits.correct({ id, ...plan });
      await this.audit.record({
        actor,
        action: 'viewing.corrected',
        subjectType: 'group_viewing',
        subjectId: id,
        before: onRecord(before),
        after: onRecord({ ...before, ...plan, othersCount }),
        ...(body.reason === undefined ? {} : { reason: body.reason }),
      });
    });
  }

  /** 終了を記録する: credits people now, or nobody if the film was stopped. Idempotent. */
  close(actor: Actor, id: string, body: ClosingBody): Promise<GroupViewingView> {
    return this.change(actor, id, async (before) => {
      const now = this.clock.now();
      const decision = decideClosing(before, body, now, seesAll(actor));
      if (decision.kind === 'refused') throw new DomainError(decision.code);
      if (decision.kind === 'unchanged') return;
      const { outcome: state, othersCount } = body;
      await this.viewings.change(id, { state, othersCount, stateReason: null, closedAt: now });
      await this.credits.grant({ ...before, state }, await this.viewings.attendeeIds(id));
      await this.note(actor, 'viewing.closed', before, { state, othersCount });
    });
  }

  /** Cancels the showing. */
  cancel(actor: Actor, id: string, reason: string): Promise<GroupViewingView> {
    return this.change(actor, id, async (before) => {
      if (before.state === 'cancelled') return;
      refuseUnlessPossible(before, 'cancel');
      await this.viewings.change(id, {
        state: 'cancelled',
        stateReason: reason,
        closedAt: this.clock.now(),
      });
      await this.note(actor, 'viewing.cancelled', before, { state: 'cancelled' }, reason);
    });
  }

  /** Undoes the closing (or the cancellation); all credits of the showing are revoked. */
  reopen(actor: Actor, id: string, reason: string): Promise<GroupViewingView> {
    return this.change(actor, id, async (before) => {
      refuseUnlessPossible(before, 'reopen');
      const state = 'planned';
      await this.viewings.change(id, { state, othersCount: null, stateReason: reason, closedAt: null });
      await this.credits.revoke(id, 'everybody');
      await this.note(actor, 'viewing.reopened', before, { state, othersCount: null }, reason);
    });
  }

  /** Locks a showing organised by the actor, changes it, and reads it again. */
  private async change(
    actor: Actor,
    id: string,
    work: (before: ViewingRecord) => Promise<void>,
  ): Promise<GroupViewingView> {
    await this.reader.getViewing(actor, id);
    await this.transactions.run(async () => {
      const before = await this.viewings.lock(id);
      if (!before) throw new DomainError('platform.not_found');
      await work(before);
    });
    return this.reader.view(actor, id);
  }

  private note(
    actor: Actor,
    action: string,
    before: ViewingRecord,
    after: Partial<Pick<ViewingRecord, 'state' | 'othersCount'>>,
    reason?: string,
  ): Promise<void> {
    const { state, othersCount } = before;
    return this.audit.record({
      actor,
      action,
      subjectType: 'group_viewing',
      subjectId: before.id,
      before: { state, othersCount },
      after: { state, othersCount, ...after },
      ...(reason === undefined ? {} : { reason }),
    });
  }
}

function refuseUnlessPossible(viewing: ViewingRecord, transition: ViewingTransition): void {
  const refusal = transitionRefusal(viewing.state, transition);
  if (refusal) throw new DomainError(refusal);
}

/** The values of a showing recorded in the history when it is corrected. */
function onRecord(viewing: ViewingRecord): Record<string, unknown> {
  const { videoId, association, districtId, place, heldOn, expectedCount, othersCount } = viewing;
  const times = { startsAt: viewing.startsAt.toISOString(), endsAt: viewing.endsAt.toISOString() };
  return { videoId, association, districtId, place, heldOn, ...times, expectedCount, othersCount };
}
