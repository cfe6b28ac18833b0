import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { Ids } from '../../../platform/ids/ids.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { invitationRequested, passwordResetRequested, type PasswordMailRequested } from '../people.events.js';
import type { PersonRecord } from '../people.record.js';
import { hashOfToken } from '../sign-in/session-issuer.js';
import { resetLifetimeSeconds } from '../sign-in/sign-in.policy.js';
import { PasswordResetRepository } from './password-reset.repository.js';

/** Hashes a code for storage; the mail's id is part of the hash, so that equal codes look different. */
export function hashOfCode(resetId: string, code: string): Buffer {
  return createHash('sha256').update(`${resetId}:${code}`).digest();
}

/** The secrets of one mail; only the mail contains them in clear text. */
export interface IssuedReset {
  token: string;
  code: string;
  expiresAt: Date;
}

/** Issues password resets. A new one replaces all earlier ones. */
@Injectable()
export class PasswordResetIssuer {
  constructor(
    private readonly resets: PasswordResetRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async issue(personId: string, purpose: 'reset' | 'invitation'): Promise<IssuedReset> {
    const id = this.ids.next();
    const token = this.ids.token(32);
    const code = this.ids.digits(6);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + resetLifetimeSeconds[purpose] * 1000);
    await this.resets.insert({
      id,
      personId,
      purpose,
      tokenHash: hashOfToken(token),
      codeHash: hashOfCode(id, code),
      now,
      expiresAt,
    });
    return { token, code, expiresAt };
  }

  /** Issues a password reset and requests the mail that carries it. */
  async issueByMail(
    person: Pick<PersonRecord, 'personId' | 'name'>,
    email: string,
    purpose: 'reset' | 'invitation',
  ): Promise<void> {
    const { token, code, expiresAt } = await this.issue(person.personId, purpose);
    const payload: PasswordMailRequested = {
      personId: person.personId,
      name: person.name,
      email,
      token,
      code,
      expiresAt: expiresAt.toISOString(),
    };
    await this.outbox.add({
      type: purpose === 'reset' ? passwordResetRequested : invitationRequested,
      payload,
      subjectId: person.personId,
      sensitive: true,
    });
  }
}
