import type { CardSignInBody } from '@kizuna/shared/contracts/people';
import { parseCardNumber } from '@kizuna/shared/rules/card-number';
import { comparableCode } from '@kizuna/shared/rules/text';
import { Injectable } from '@nestjs/common';

import { DomainError } from '../../../platform/errors/index.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { SecretHasher } from '../passwords/secret-hasher.js';
import { SignInThrottle } from '../sign-in/sign-in-throttle.js';

/** Checks the number and secret of a 受講カード; failed attempts are throttled. */
@Injectable()
export class CardVerifier {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly hasher: SecretHasher,
    private readonly brake: SignInThrottle,
  ) {}

  /**
   * @param address the network address of the request
   * @returns the id of the card's person
   * @throws DomainError people.card_number_invalid for a mistyped number, people.sign_in_refused,
   *   people.sign_in_limited (params.retryAfterSeconds)
   */
  async prove(body: CardSignInBody, address: string): Promise<string> {
    const number = parseCardNumber(body.cardNumber);
    if (number === undefined) throw new DomainError('people.card_number_invalid', { field: 'cardNumber' });
    const attempt = await this.brake.book('card', number, address);
    const card = await this.accounts.findOpenCard(number);
    const matches = await this.hasher.verify(card?.secretHash ?? null, comparableCode(body.secret));
    if (!matches || !card) return attempt.refuse();
    await attempt.forgive();
    return card.personId;
  }
}
