import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { searchKeysOf } from '../people.policy.js';
import { PeopleService, type NewPerson } from '../people.service.js';
import { ApplicantRepository } from './applicant.repository.js';

/** Finds or registers the person an application is for. */
@Injectable()
export class ApplicantService {
  constructor(
    private readonly applicants: ApplicantRepository,
    private readonly people: PeopleService,
  ) {}

  /**
   * Finds the person by reading, birth date and telephone or e-mail, or registers a new one, in the caller's
   * transaction. An existing record is left unchanged: anybody may apply, but not everybody may edit a record.
   * @throws DomainError people.birth_date_in_future, people.district_unknown
   */
  async registerApplicant(actor: Actor, details: NewPerson): Promise<{ personId: string; created: boolean }> {
    const keys = searchKeysOf(details);
    await this.applicants.lockIdentity(keys.kanaKey, details.bornOn);
    const known = await this.applicants.findSame(keys, details.bornOn);
    if (known !== null) return { personId: known, created: false };
    return { personId: await this.people.registerPerson(actor, details), created: true };
  }
}
