import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import { may, systemActor, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { PasswordResetIssuer } from '../passwords/password-reset.issuer.js';
import { emailKeyOf, isGuarded } from '../people.policy.js';
import type { PersonRecord } from '../people.record.js';
import { PeopleRepository } from '../people.repository.js';
import { AccountRepository } from './account.repository.js';

/** Invites people to set a password. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly accounts: AccountRepository,
    private readonly issuer: PasswordResetIssuer,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError people.no_email, people.email_taken, platform.forbidden */
  async invitePerson(actor: Actor, personId: string): Promise<void> {
    await this.transactions.run(async () => {
      const person = await this.people.findForUpdate(personId);
      if (!person) throw new DomainError('platform.not_found');
      if (isGuarded(person.roles) && !may(actor, 'staff.manage')) throw new DomainError('platform.forbidden');
      await this.invite(actor, person);
    });
  }

  /**
   * Invites a person who has an unshared address and no password yet, in the caller's transaction. Couples who share an
   * address are not invited automatically: the office decides whose account it becomes.
   * @returns whether a mail is sent, or the person can sign in already
   */
  async inviteWherePossible(personId: string): Promise<boolean> {
    const person = await this.people.findForUpdate(personId);
    if (!person) return false;
    if (person.hasPassword) return true;
    if (person.email === null || isGuarded(person.roles)) return false;
    const holder = await this.accounts.findByEmailKey(emailKeyOf(person.email));
    const sharers = await this.accounts.findPeopleByContact(emailKeyOf(person.email));
    if ((holder && holder.personId !== personId) || sharers.length !== 1) return false;
    await this.invite(systemActor('people.inviteOnConfirmation'), person);
    return true;
  }

  /** Opens the account and requests the mail, in the caller's transaction. */
  async invite(actor: Actor, person: Pick<PersonRecord, 'personId' | 'name' | 'email'>): Promise<void> {
    const { personId, email } = person;
    if (email === null) throw new DomainError('people.no_email');
    await this.accounts.put(personId, emailKeyOf(email), this.clock.now());
    await this.issuer.issueByMail(person, email, 'invitation');
    await this.audit.record({
      actor,
      action: 'person.invited',
      subjectType: 'person',
      subjectId: personId,
    });
  }
}
