import { Injectable } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { ShowingCreditRepository, type Showing } from './showing-credit.repository.js';

export type { Showing };

/** Films seen in full at a group viewing. The caller decides who may be credited; every command is idempotent. */
@Injectable()
export class ShowingCreditService {
  constructor(
    private readonly repository: ShowingCreditRepository,
    private readonly clock: Clock,
  ) {}

  /** Credits people with a showing. @returns the ids of those not credited with it before */
  grant(showing: Showing, personIds: readonly string[]): Promise<string[]> {
    return this.repository.grant(showing, personIds, this.clock.now());
  }

  /** Revokes the credits of a showing for some people, or for everybody. @returns the revoked credits */
  revoke(
    groupViewingId: string,
    personIds: readonly string[] | 'everybody',
  ): Promise<{ personId: string; videoId: string }[]> {
    const only = personIds === 'everybody' ? null : personIds;
    return this.repository.revoke(groupViewingId, only, this.clock.now());
  }

  /** Applies a corrected day or place to the credits of a showing. */
  correct(groupViewingId: string, heldOn: string, place: string): Promise<void> {
    return this.repository.correct(groupViewingId, heldOn, place);
  }
}
