import { cardNumberFrom } from '@kizuna/shared/rules/card-number';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '../../../platform/clock/clock.js';
import { Ids } from '../../../platform/ids/ids.js';
import { AccountRepository, type CardRecord } from '../accounts/account.repository.js';
import { SignInRepository } from '../sign-in/sign-in.repository.js';

const draws = 5;

/** Puts a new card in the place of the old one. */
@Injectable()
export class CardIssuer {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly signIns: SignInRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Revokes the open card, ends the sign-ins that came by it, and issues a new one with the hashed secret. */
  async replaceCard(m: EntityManager, personId: string, secretHash: string): Promise<CardRecord> {
    const now = this.clock.now();
    await this.accounts.revokeCards(m, personId, now);
    await this.signIns.endAll(m, personId, now, { via: 'card' });
    for (let draw = 0; draw < draws; draw += 1) {
      const card = {
        id: this.ids.next(),
        personId,
        number: cardNumberFrom(this.ids.digits(9)),
        secretHash,
        now,
      };
      if (await this.accounts.insertCard(m, card)) {
        return { cardId: card.id, number: card.number, issuedAt: now, revokedAt: null };
      }
    }
    throw new Error(`no free card number in ${draws} draws`);
  }
}
