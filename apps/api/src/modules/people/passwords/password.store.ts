import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import type { Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/errors/index.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { isCommonPassword, passwordForm, shortestPassword } from '../people.policy.js';
import { PeopleRepository } from '../people.repository.js';
import { SignInRepository } from '../sign-in/sign-in.repository.js';
import { SecretHasher } from './secret-hasher.js';

/** Checks, hashes and stores passwords. */
@Injectable()
export class PasswordStore {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly people: PeopleRepository,
    private readonly signIns: SignInRepository,
    private readonly hasher: SecretHasher,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Checks a password against the person's stored hash. */
  async isPasswordOf(personId: string, password: string): Promise<boolean> {
    const holder = await this.accounts.findByPerson(personId);
    return this.hasher.verify(holder?.passwordHash ?? null, password);
  }

  /**
   * Validates and hashes a password for the person; slow, so call it before the transaction.
   * @throws DomainError people.password_too_short, people.password_too_common
   */
  async hashFor(personId: string, password: string): Promise<string> {
    const person = await this.people.find(personId);
    return this.hashChecked(password, [person?.email ?? null, person?.bornOn ?? null, person?.kana ?? null]);
  }

  /** As `hashFor`, for a person without a record. @param personal words too personal to be a secret */
  async hashChecked(password: string, personal: readonly (string | null)[]): Promise<string> {
    if ([...passwordForm(password)].length < shortestPassword) {
      throw new DomainError('people.password_too_short', { field: 'newPassword' });
    }
    if (isCommonPassword(password, personal)) {
      throw new DomainError('people.password_too_common', { field: 'newPassword' });
    }
    return this.hasher.hash(password);
  }

  /** Stores a new password of an account and ends the sign-ins made with the old one. */
  async store(actor: Actor, personId: string, passwordHash: string, exceptSignIn?: string): Promise<void> {
    const now = this.clock.now();
    await this.accounts.setPassword(personId, passwordHash, now);
    await this.signIns.endAll(personId, now, { except: exceptSignIn });
    await this.audit.record({
      actor,
      action: 'person.password_changed',
      subjectType: 'person',
      subjectId: personId,
    });
  }
}
