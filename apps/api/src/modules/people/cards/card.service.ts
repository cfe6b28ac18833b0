import type { IssuedCardView } from '@kizuna/shared/contracts/people';
import { cardNumberFrom } from '@kizuna/shared/rules/card-number';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import type { Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { AppConfig } from '../../../platform/config/app-config.js';
import { Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import { AccountRepository } from '../accounts/account.repository.js';
import type { CardRecord } from '../people.record.js';
import { SecretHasher } from '../passwords/secret-hasher.js';
import { toCardView } from '../people.mapper.js';
import { isGoodCardSecret } from '../people.policy.js';
import { PeopleRepository } from '../people.repository.js';
import { SignInRepository } from '../sign-in/sign-in.repository.js';

/** How many numbers are drawn before giving up; one in a hundred million is taken. */
const draws = 5;

/** Issues 受講カード. */
@Injectable()
export class CardService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly accounts: AccountRepository,
    private readonly signIns: SignInRepository,
    private readonly hasher: SecretHasher,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: AppConfig,
  ) {}

  /**
   * Issues a card, or replaces a lost one. The secret is returned here and stored only as a hash.
   * @param secret four digits; drawn unless given (the demo scenario prints known ones)
   */
  async issueCard(actor: Actor, personId: string, secret = this.drawSecret()): Promise<IssuedCardView> {
    const secretHash = await this.hasher.hash(secret);
    return this.transactions.run(async () => {
      const person = await this.people.findForUpdate(personId);
      if (!person) throw new DomainError('platform.not_found');
      const card = await this.replaceCard(personId, secretHash);
      await this.audit.record({
        actor,
        action: 'person.card_issued',
        subjectType: 'person',
        subjectId: personId,
        after: { cardId: card.cardId },
      });
      return {
        card: toCardView(card),
        name: person.name,
        kana: person.kana,
        secret,
        cardAddress: `${this.config.publicOrigin}/card/${card.number}`,
      };
    });
  }

  /** Revokes the open card, ends the sign-ins made with it, and issues a new one with the hashed secret. */
  private async replaceCard(personId: string, secretHash: string): Promise<CardRecord> {
    const now = this.clock.now();
    await this.accounts.revokeCards(personId, now);
    await this.signIns.endAll(personId, now, { via: 'card' });
    for (let draw = 0; draw < draws; draw += 1) {
      const card = {
        id: this.ids.next(),
        personId,
        number: cardNumberFrom(this.ids.digits(9)),
        secretHash,
        now,
      };
      if (await this.accounts.insertCard(card)) {
        return { cardId: card.id, number: card.number, issuedAt: now, revokedAt: null };
      }
    }
    throw new Error(`no free card number in ${draws} draws`);
  }

  private drawSecret(): string {
    for (;;) {
      const secret = this.ids.digits(4);
      if (isGoodCardSecret(secret)) return secret;
    }
  }
}
