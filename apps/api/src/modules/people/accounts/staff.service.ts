import type { StaffBody, StaffRolesBody, StaffView } from '@kizuna/shared/contracts/people';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import type { Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import { toStaffView } from '../people.mapper.js';
import { rolesAfter, searchKeysOf } from '../people.policy.js';
import { PeopleRepository } from '../people.repository.js';
import { InvitationService } from './invitation.service.js';

/** Manages 職員 and 講師. */
@Injectable()
export class StaffService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly invitations: InvitationService,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Records a member of staff and sends the invitation. @throws DomainError people.email_taken */
  async addStaff(actor: Actor, body: StaffBody): Promise<StaffView> {
    const personId = await this.transactions.run(async () => {
      const id = await this.recordStaff(actor, body);
      await this.invitations.invite(actor, { personId: id, name: body.name, email: body.email });
      return id;
    });
    return toStaffView((await this.people.find(personId))!);
  }

  /** Records a member of staff without inviting, in the caller's transaction (seeds, the first administrator). */
  async recordStaff(actor: Actor, body: StaffBody): Promise<string> {
    const { name, kana, email, roles } = body;
    const personId = this.ids.next();
    const nothing = { bornOn: null, phone: null, postalCode: null, districtId: null, wishNote: null };
    await this.people.insert(
      personId,
      { name, kana, email, address: '', wishes: [], ...nothing },
      searchKeysOf({ name, kana, email }),
      rolesAfter([], roles),
      this.clock.now(),
    );
    await this.audit.record({
      actor,
      action: 'person.staff_added',
      subjectType: 'person',
      subjectId: personId,
      after: { name, kana, email, roles },
    });
    return personId;
  }

  /** Grants or withdraws the right to organise group viewings. Idempotent. @throws DomainError platform.not_found */
  async setOrganiser(actor: Actor, personId: string, organiser: boolean): Promise<void> {
    await this.transactions.run(async () => {
      const person = await this.people.findForUpdate(personId);
      if (!person) throw new DomainError('platform.not_found');
      const others = person.roles.filter((role) => role !== 'organiser');
      const roles = rolesAfter(others, organiser ? [...others, 'organiser'] : others);
      await this.people.setRoles(personId, roles, this.clock.now());
      await this.audit.record({
        actor,
        action: 'person.roles_changed',
        subjectType: 'person',
        subjectId: personId,
        before: { roles: person.roles.toSorted() },
        after: { roles: roles.toSorted() },
      });
    });
  }

  /** Sets the staff roles of a person. @throws DomainError people.last_admin */
  async setRoles(actor: Actor, personId: string, body: StaffRolesBody): Promise<StaffView> {
    await this.transactions.run(async () => {
      const others = await this.people.countOtherAdmins(personId);
      const person = await this.people.findForUpdate(personId);
      if (!person) throw new DomainError('platform.not_found');
      const roles = rolesAfter(person.roles, body.roles);
      if (person.roles.includes('admin') && !roles.includes('admin') && others === 0) {
        throw new DomainError('people.last_admin');
      }
      await this.people.setRoles(personId, roles, this.clock.now());
      await this.audit.record({
        actor,
        action: 'person.roles_changed',
        subjectType: 'person',
        subjectId: personId,
        before: { roles: person.roles },
        after: { roles },
      });
    });
    return toStaffView((await this.people.find(personId))!);
  }
}
