import type { StaffBody } from '@kizuna/shared/contracts/people';
import { Injectable } from '@nestjs/common';

import { systemActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { PasswordResetIssuer, type IssuedReset } from '../passwords/password-reset.issuer.js';
import { PasswordStore } from '../passwords/password.store.js';
import { emailKeyOf } from '../people.policy.js';
import { AccountRepository } from './account.repository.js';
import { StaffService } from './staff.service.js';

const setup = systemActor('people.setup');

/** Account commands for the server's terminal: the first administrator, and the accounts of a demo. */
@Injectable()
export class AccountSetupService {
  constructor(
    private readonly staff: StaffService,
    private readonly accounts: AccountRepository,
    private readonly keeper: PasswordStore,
    private readonly issuer: PasswordResetIssuer,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Records staff with an account and no password yet. The invitation is returned here and stored nowhere in clear
   * text.
   */
  async addStaff(body: StaffBody): Promise<IssuedReset & { personId: string }> {
    return this.transactions.run(async () => {
      const personId = await this.recordWithAccount(body);
      return { personId, ...(await this.issuer.issue(personId, 'invitation')) };
    });
  }

  /** Records staff with a password. @throws DomainError people.password_too_short, people.password_too_common */
  async addStaffWithPassword(body: StaffBody, password: string): Promise<string> {
    const passwordHash = await this.keeper.hashChecked(password, [body.email, body.kana]);
    return this.transactions.run(async () => {
      const personId = await this.recordWithAccount(body);
      await this.keeper.store(setup, personId, passwordHash);
      return personId;
    });
  }

  /** Gives a person an account with a known password. @throws DomainError people.password_too_common, people.email_taken */
  async setPassword(personId: string, email: string, password: string): Promise<void> {
    const passwordHash = await this.keeper.hashFor(personId, password);
    await this.transactions.run(async () => {
      await this.accounts.put(personId, emailKeyOf(email), this.clock.now());
      await this.keeper.store(setup, personId, passwordHash);
    });
  }

  private async recordWithAccount(body: StaffBody): Promise<string> {
    const taken = await this.accounts.findByEmailKey(emailKeyOf(body.email));
    if (taken) throw new DomainError('people.email_taken', { field: 'email' });
    const personId = await this.staff.recordStaff(setup, body);
    await this.accounts.put(personId, emailKeyOf(body.email), this.clock.now());
    return personId;
  }
}
