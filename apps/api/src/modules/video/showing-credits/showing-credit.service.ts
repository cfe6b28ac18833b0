import { Injectable } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { ShowingCreditRepository, type Showing } from './showing-credit.repository.js';

export type { Showing };

/**
 * Films that were seen as a whole at a group viewing. Who may be credited is the caller's to know; every command may be
 * repeated and then changes nothing.
 */
@Injectable()
export class ShowingCreditService {
  constructor(
    private readonly repository: ShowingCreditRepository,
    private readonly clock: Clock,
  ) {}

  /** Credits people with a showing. @returns the ids of those who were not credited with it before */
  grant(showing: Showing, personIds: readonly string[]): Promise<string[]> {
    return this.repository.grant(showing, personIds, this.clock.now());
  }

  /** Takes the credits of a showing back from some people, or from everybody. @returns what was taken */
  revoke(
    groupViewingId: string,
    personIds: readonly string[] | 'everybody',
  ): Promise<{ personId: string; videoId: string }[]> {
    const only = personIds === 'everybody' ? null : personIds;
    return this.repository.revoke(groupViewingId, only, this.clock.now());
  }

  /** Carries a corrected day or place to the credits of a showing. */
  correct(groupViewingId: string, heldOn: string, place: string): Promise<void> {
    return this.repository.correct(groupViewingId, heldOn, place);
  }
}
