import type { CardSignInBody, PasswordSignInBody } from '@kizuna/shared/contracts/people';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { CardVerifier } from '../cards/card.verifier.js';
import { SecretHasher } from '../passwords/secret-hasher.js';
import { emailKeyOf } from '../people.policy.js';
import { SessionIssuer, type OpenedSignIn } from './session-issuer.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { SignInRepository } from './sign-in.repository.js';

/** Signs people in and out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly cardProof: CardVerifier,
    private readonly opener: SessionIssuer,
    private readonly signIns: SignInRepository,
    private readonly hasher: SecretHasher,
    private readonly brake: SignInThrottle,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError people.sign_in_refused, people.sign_in_limited (params.retryAfterSeconds) */
  async byPassword(actor: Actor, body: PasswordSignInBody, address: string): Promise<OpenedSignIn> {
    const emailKey = emailKeyOf(body.email);
    const attempt = await this.brake.book('password', emailKey, address);
    const holder = await this.accounts.findByEmailKey(emailKey);
    const matches = await this.hasher.verify(holder?.passwordHash ?? null, body.password);
    if (!matches || !holder) return attempt.refuse();
    await attempt.forgive();
    return this.replace(actor, holder.personId, 'password');
  }

  /** @throws DomainError people.card_number_invalid for a mistyped number; otherwise as `byPassword` */
  async byCard(actor: Actor, body: CardSignInBody, address: string): Promise<OpenedSignIn> {
    return this.replace(actor, await this.cardProof.prove(body, address), 'card');
  }

  /** Ends this browser's sign-in; does nothing without one. */
  async signOut(actor: Actor): Promise<void> {
    if (actor.kind !== 'person') return;
    await this.transactions.run(() => this.signIns.end(actor.signInId, this.clock.now()));
  }

  /** Ends all sign-ins of the person, including this one. */
  async signOutEverywhere(actor: Actor): Promise<void> {
    const { personId } = personOf(actor);
    await this.transactions.run(() => this.signIns.endAll(personId, this.clock.now()));
  }

  /** Ends the previous sign-in of this browser, so that a shared tablet is never signed in as two people. */
  private replace(actor: Actor, personId: string, via: 'password' | 'card'): Promise<OpenedSignIn> {
    return this.transactions.run(async () => {
      if (actor.kind === 'person') await this.signIns.end(actor.signInId, this.clock.now());
      return this.opener.open(personId, via);
    });
  }
}
