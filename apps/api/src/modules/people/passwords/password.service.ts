import { timingSafeEqual } from 'node:crypto';

import type { PasswordChangeBody, PasswordResetCompletionBody } from '@kizuna/shared/contracts/people';
import { comparableCode } from '@kizuna/shared/rules/text';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { emailKeyOf } from '../people.policy.js';
import { hashOfToken, SessionIssuer, type OpenedSignIn } from '../sign-in/session-issuer.js';
import { SignInThrottle } from '../sign-in/sign-in-throttle.js';
import { resetCodeTries } from '../sign-in/sign-in.policy.js';
import { hashOfCode } from './password-reset.issuer.js';
import { PasswordResetRepository, type OpenReset } from './password-reset.repository.js';
import { PasswordStore } from './password.store.js';

/** Changes a password, and sets one with the link or the code of a mail. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly keeper: PasswordStore,
    private readonly resets: PasswordResetRepository,
    private readonly opener: SessionIssuer,
    private readonly brake: SignInThrottle,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes the password of a signed-in person and ends their other sign-ins.
   * @throws DomainError people.current_password_wrong, people.password_too_common, people.sign_in_limited
   */
  async change(actor: Actor, body: PasswordChangeBody): Promise<void> {
    const { personId, signInId } = personOf(actor);
    await this.brake.demand('password', personId);
    if (!(await this.keeper.isPasswordOf(personId, body.currentPassword))) {
      throw new DomainError('people.current_password_wrong', { field: 'currentPassword' });
    }
    await this.brake.release('password', personId);
    const passwordHash = await this.keeper.hashFor(personId, body.newPassword);
    await this.transactions.run(() => this.keeper.store(actor, personId, passwordHash, signInId));
  }

  /**
   * Sets a password with the mail's link or its six digits, uses up the mail and signs in.
   * @throws DomainError people.reset_code_refused, people.password_too_common (the mail stays valid)
   */
  async completeReset(body: PasswordResetCompletionBody): Promise<OpenedSignIn> {
    const reset = await this.openReset(body);
    if (!reset) throw new DomainError('people.reset_code_refused');
    const passwordHash = await this.keeper.hashFor(reset.personId, body.newPassword);
    return this.transactions.run(async () => {
      if (!(await this.resets.use(reset.resetId, this.clock.now()))) {
        throw new DomainError('people.reset_code_refused');
      }
      const opened = await this.opener.open(reset.personId, 'password');
      const { personId } = reset;
      const themselves: Actor = { kind: 'person', personId, roles: [], signInId: opened.signInId };
      await this.keeper.store(themselves, personId, passwordHash, opened.signInId);
      return opened;
    });
  }

  private async openReset(body: PasswordResetCompletionBody): Promise<OpenReset | null> {
    const { token, email, code } = body;
    const now = this.clock.now();
    if (token) return this.transactions.run(() => this.resets.findOpenByToken(hashOfToken(token), now));
    if (!email || !code) return null;
    // Own transaction: a wrong code must stay counted even though the request is refused
    const tried = await this.transactions.run(() =>
      this.resets.chargeCodeTry(emailKeyOf(email), resetCodeTries, now),
    );
    if (!tried) return null;
    return timingSafeEqual(tried.codeHash, hashOfCode(tried.resetId, comparableCode(code))) ? tried : null;
  }
}
