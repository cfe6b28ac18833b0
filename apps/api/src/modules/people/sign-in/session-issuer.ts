import { createHash } from 'node:crypto';

import type { SignInState } from '@kizuna/shared/contracts/people';
import type { PersonId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import { PeopleRepository } from '../people.repository.js';
import { expiryOf, rolesOfSignIn } from './sign-in.policy.js';
import { SignInRepository } from './sign-in.repository.js';

/** The result of a successful sign-in: the token for the cookie and the response for the page. */
export interface OpenedSignIn {
  signInId: string;
  token: string;
  state: SignInState;
}

/** Hashes a token for storage and comparison. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Opens sign-ins for people who have proved their identity. */
@Injectable()
export class SessionIssuer {
  constructor(
    private readonly people: PeopleRepository,
    private readonly signIns: SignInRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError people.sign_in_refused if there is no such person */
  async open(personId: string, via: 'password' | 'card'): Promise<OpenedSignIn> {
    const person = await this.people.find(personId);
    if (!person) throw new DomainError('people.sign_in_refused');
    const signInId = this.ids.next();
    const token = this.ids.token(32);
    const now = this.clock.now();
    await this.signIns.insert({
      id: signInId,
      tokenHash: hashOfToken(token),
      personId,
      via,
      now,
      expiresAt: expiryOf(now, now, via, person.roles),
    });
    const roles = rolesOfSignIn(via, person.roles);
    return {
      signInId,
      token,
      state: { person: { personId: personId as PersonId, name: person.name, roles, via } },
    };
  }
}
