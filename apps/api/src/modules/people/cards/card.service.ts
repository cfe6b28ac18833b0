import type { IssuedCardView } from '@kizuna/shared/contracts/people';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import type { Actor } from '../../../platform/auth/index.js';
import { AppConfig } from '../../../platform/config/app-config.js';
import { Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import { SecretHasher } from '../passwords/secret-hasher.js';
import { toCardView } from '../people.mapper.js';
import { isGoodCardSecret } from '../people.policy.js';
import { PeopleRepository } from '../people.repository.js';
import { CardIssuer } from './card.issuer.js';

/** Issuing 受講カード. */
@Injectable()
export class CardService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly issuer: CardIssuer,
    private readonly hasher: SecretHasher,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly config: AppConfig,
  ) {}

  /**
   * Issues a card, or a new one for a lost one. The secret is in this answer and nowhere else.
   * @param secret four digits; drawn unless given (the demo scenario prints known ones)
   */
  async issueCard(actor: Actor, personId: string, secret = this.drawSecret()): Promise<IssuedCardView> {
    const secretHash = await this.hasher.hash(secret);
    return this.transactions.run(async (m) => {
      const person = await this.people.findForUpdate(m, personId);
      if (!person) throw new DomainError('platform.not_found');
      const card = await this.issuer.replaceCard(m, personId, secretHash);
      await this.audit.record(m, {
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

  private drawSecret(): string {
    for (;;) {
      const secret = this.ids.digits(4);
      if (isGoodCardSecret(secret)) return secret;
    }
  }
}
