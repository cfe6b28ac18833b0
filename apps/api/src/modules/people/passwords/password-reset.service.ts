import type { PasswordResetBody } from '@kizuna/shared/contracts/people';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { passwordResetAsked, type PasswordResetAsked } from '../people.events.js';
import { emailKeyOf } from '../people.policy.js';
import { PeopleRepository } from '../people.repository.js';
import { SignInThrottle } from '../sign-in/sign-in-throttle.js';
import { PasswordResetIssuer } from './password-reset.issuer.js';

/**
 * Requests for a mail to set a password. The response and its timing are the same whether or not the account exists.
 */
@Injectable()
export class PasswordResetService implements OnModuleInit {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly people: PeopleRepository,
    private readonly issuer: PasswordResetIssuer,
    private readonly brake: SignInThrottle,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe<PasswordResetAsked>(passwordResetAsked, 'people.sendReset', (event) =>
      this.send(event.payload.email),
    );
  }

  /** Only records the request; the account is looked up after the response. */
  async ask(body: PasswordResetBody, address: string): Promise<void> {
    const email = emailKeyOf(body.email);
    const free = (await this.brake.take('resetAddress', address)) && (await this.brake.take('reset', email));
    if (!free) return;
    const payload: PasswordResetAsked = { email };
    await this.transactions.run(() =>
      this.outbox.add({ type: passwordResetAsked, payload, sensitive: true }),
    );
  }

  private async send(emailKey: string): Promise<void> {
    const personId = await this.accountFor(emailKey);
    const person = personId === null ? null : await this.people.find(personId);
    if (person) await this.issuer.issueByMail(person, person.email ?? emailKey, 'reset');
  }

  /**
   * The account for an address. A person who gave the address with an application may open an account with it, unless
   * the address is shared.
   */
  private async accountFor(emailKey: string): Promise<string | null> {
    const holder = await this.accounts.findByEmailKey(emailKey);
    if (holder) return holder.personId;
    const candidates = await this.accounts.findPeopleByContact(emailKey);
    const only = candidates.length === 1 ? candidates[0] : undefined;
    if (!only) return null;
    await this.accounts.put(only.personId, emailKey, this.clock.now());
    return only.personId;
  }
}
