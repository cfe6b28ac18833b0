import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { searchKeysOf } from '../people.policy.js';
import { PeopleService, type NewPerson } from '../people.service.js';
import { ApplicantRepository } from './applicant.repository.js';

/** Who an application is for. */
@Injectable()
export class ApplicantService {
  constructor(
    private readonly applicants: ApplicantRepository,
    private readonly people: PeopleService,
  ) {}

  /**
   * Finds the person by reading, birth date and telephone or e-mail, or registers a new one, in the caller's
   * transaction. A record that is found stays as it is: anybody may apply, and not everybody may change it.
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
