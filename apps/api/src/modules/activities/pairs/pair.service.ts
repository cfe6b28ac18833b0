import type { PairBody, PairView } from '@kizuna/shared/contracts/activities';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import { SupportersService } from '../../supporters/index.js';
import { PairReader } from './pair.reader.js';
import { PairRepository } from './pair.repository.js';

/** Makes and dissolves pairs. The office decides; what two have in common is only a suggestion. */
@Injectable()
export class PairService {
  constructor(
    private readonly transactions: Transactions,
    private readonly pairs: PairRepository,
    private readonly supporters: SupportersService,
    private readonly reader: PairReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws supporters.same_person, supporters.not_active, supporters.already_paired */
  async pair(actor: Actor, body: PairBody): Promise<PairView> {
    if (body.firstId === body.secondId) throw new DomainError('supporters.same_person');
    const id = this.ids.next();
    await this.transactions.run(async () => {
      const two = await this.supporters.lockAll([body.firstId, body.secondId]);
      if (two.length < 2) throw new DomainError('platform.not_found');
      if (two.some((each) => each.state !== 'active')) throw new DomainError('supporters.not_active');
      const [first, second] = two.map((each) => each.id).toSorted() as [string, string];
      await this.pairs.insert({
        id,
        firstId: first,
        secondId: second,
        activityId: body.activityId ?? null,
        note: body.note || null,
        madeAt: this.clock.now(),
        madeBy: personOf(actor).personId,
        dissolvedAt: null,
        dissolvedBy: null,
        dissolvedReason: null,
      });
      await this.note(actor, 'supporter.paired', two, { pairId: id });
    });
    return this.reader.getView(id);
  }

  /** Dissolves a pair; the reason is stored with it. Idempotent. */
  async dissolve(actor: Actor, id: string, reason: string): Promise<PairView> {
    await this.transactions.run(async () => {
      const pair = await this.pairs.lock(id);
      if (!pair) throw new DomainError('platform.not_found');
      if (pair.dissolvedAt) return;
      await this.pairs.dissolve(id, reason, personOf(actor).personId, this.clock.now());
      const two = await this.supporters.lockAll([pair.firstId, pair.secondId]);
      await this.note(actor, 'supporter.pair_dissolved', two, { pairId: id }, reason);
    });
    return this.reader.getView(id);
  }

  private async note(
    actor: Actor,
    action: string,
    two: readonly { personId: string }[],
    after: Record<string, unknown>,
    reason?: string,
  ): Promise<void> {
    for (const { personId } of two)
      await this.audit.record({
        actor,
        action,
        subjectType: 'person',
        subjectId: personId,
        after,
        ...(reason === undefined ? {} : { reason }),
      });
  }
}
