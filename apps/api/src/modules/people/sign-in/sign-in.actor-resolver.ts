import { Injectable } from '@nestjs/common';

import { ActorResolver, anonymous, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { noteContentVersion } from '../../../platform/database/index.js';
import { hashOfToken } from './session-issuer.js';
import { expiryOf, rolesOfSignIn, touchEverySeconds } from './sign-in.policy.js';
import { SignInRepository } from './sign-in.repository.js';

const tokenShape = /^[A-Za-z0-9_-]{20,100}$/;

/** Resolves the cookie to a person and extends the sign-in. */
@Injectable()
export class SignInActorResolver extends ActorResolver {
  constructor(
    private readonly signIns: SignInRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async resolve(cookieToken: string | undefined): Promise<Actor> {
    if (cookieToken === undefined || !tokenShape.test(cookieToken)) return anonymous;
    const now = this.clock.now();
    const found = await this.signIns.findOpen(hashOfToken(cookieToken), now);
    if (!found) return anonymous;
    const { signInId, personId, via, name } = found;
    noteContentVersion(found.contentVersion);
    if (now.getTime() - found.seenAt.getTime() > touchEverySeconds * 1000) {
      await this.signIns.touch(signInId, now, expiryOf(found.createdAt, now, via, found.roles));
    }
    const roles = rolesOfSignIn(via, found.roles);
    return { kind: 'person', personId, roles, signInId, name, via };
  }
}
