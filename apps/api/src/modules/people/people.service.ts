import type { PersonDetails, PersonEditBody, PersonView } from '@kizuna/shared/contracts/people';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import type { AccommodationWish } from '@kizuna/shared/vocabulary/enrolment';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import { may, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { Ids } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/index.js';
import { AccountRepository } from './accounts/account.repository.js';
import { personEdited, type PersonEdited } from './people.events.js';
import { toPersonView } from './people.mapper.js';
import { isGuarded, searchKeysOf } from './people.policy.js';
import type { PersonRecord, PersonValues } from './people.record.js';
import { PeopleRepository } from './people.repository.js';

/** The details of a person given in an application. */
export type NewPerson = PersonDetails & { wishes?: AccommodationWish[]; wishNote?: string | null };

/** Commands on people. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Records a new learner, in the caller's transaction.
   * @returns the person's id
   * @throws DomainError people.birth_date_in_future, people.district_unknown
   */
  async registerPerson(actor: Actor, details: NewPerson): Promise<string> {
    const values = this.valuesFrom(details);
    const personId = this.ids.next();
    await this.people.insert(personId, values, keysOf(values), ['learner'], this.clock.now());
    await this.audit.record({
      actor,
      action: 'person.registered',
      subjectType: 'person',
      subjectId: personId,
      after: { ...values },
    });
    return personId;
  }

  /** The office's page of a person. Every view is recorded. @throws DomainError platform.not_found */
  async viewPerson(actor: Actor, personId: string, requestId: string): Promise<PersonView> {
    const person = await this.people.find(personId);
    if (!person) throw new DomainError('platform.not_found');
    const cards = await this.accounts.listCards(personId);
    await this.recordView(actor, personId, requestId);
    return toPersonView(person, cards);
  }

  /** Records that somebody looked at a person's record. */
  async recordView(actor: Actor, personId: string, requestId: string): Promise<void> {
    await this.audit.recordAlone({
      actor,
      action: 'person.viewed',
      subjectType: 'person',
      subjectId: personId,
      requestId,
    });
  }

  /**
   * Corrects a person's details; the address of the account follows.
   * @throws DomainError people.changed_meanwhile if the form was opened on an older version,
   * platform.forbidden if only an administrator may
   */
  async editPerson(
    actor: Actor,
    personId: string,
    body: PersonEditBody,
    requestId: string,
  ): Promise<PersonView> {
    const values = this.valuesFrom(body);
    await this.transactions.run(async () => {
      const before = await this.people.findForUpdate(personId);
      if (!before) throw new DomainError('platform.not_found');
      if (isGuarded(before.roles) && !may(actor, 'staff.manage')) throw new DomainError('platform.forbidden');
      if (before.version !== body.version) throw new DomainError('people.changed_meanwhile');
      const keys = keysOf(values);
      await this.people.update(personId, values, keys, this.clock.now());
      await this.accounts.changeEmail(personId, keys.emailKey);
      await this.audit.record({
        actor,
        action: 'person.edited',
        subjectType: 'person',
        subjectId: personId,
        before: { ...valuesOf(before) },
        after: { ...values },
        reason: body.reason,
        requestId,
      });
      const changedFields = Object.keys(values).filter(
        (field) =>
          JSON.stringify(values[field as keyof PersonValues]) !==
          JSON.stringify(before[field as keyof PersonValues]),
      );
      const payload: PersonEdited = { personId, changedFields };
      await this.outbox.add({ type: personEdited, payload, subjectId: personId });
    });
    const after = await this.people.find(personId);
    return toPersonView(after!, await this.accounts.listCards(personId));
  }

  /** Adds a district to the list (seeds, later the office's import). @returns its id, also if it exists already */
  putDistrict(area: string, name: string, position: number): Promise<string> {
    return this.people.putDistrict(this.ids.next(), area, name, position);
  }

  private valuesFrom(details: NewPerson): PersonValues {
    if (details.bornOn > civilDateOf(this.clock.now())) {
      throw new DomainError('people.birth_date_in_future', { field: 'bornOn' });
    }
    return {
      name: details.name,
      kana: details.kana,
      bornOn: details.bornOn,
      phone: details.phone ?? null,
      email: details.email ?? null,
      postalCode: details.postalCode ?? null,
      address: details.address,
      districtId: details.districtId ?? null,
      wishes: details.wishes ?? [],
      wishNote: details.wishNote ?? null,
    };
  }
}

function keysOf(values: PersonValues) {
  return searchKeysOf({ ...values, phone: values.phone ?? undefined, email: values.email ?? undefined });
}

function valuesOf(person: PersonRecord): PersonValues {
  const { name, kana, bornOn, phone, email, postalCode, address, districtId, wishes, wishNote } = person;
  return { name, kana, bornOn, phone, email, postalCode, address, districtId, wishes, wishNote };
}
