import type { Done } from '@kizuna/shared/contracts/fields';
import type {
  PasswordChangeBody,
  PasswordResetBody,
  PasswordResetCompletionBody,
} from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles, RequestMeta, type RequestOrigin } from '../../../platform/http/index.js';
import { PasswordResetService } from '../passwords/password-reset.service.js';
import { PasswordService } from '../passwords/password.service.js';
import { PeopleReader } from '../people.reader.js';
import { SignInCookie } from '../sign-in/sign-in.cookie.js';

const done: Done = { done: true };

@Controller()
export class AccountController {
  constructor(
    private readonly passwords: PasswordService,
    private readonly resets: PasswordResetService,
    private readonly reader: PeopleReader,
    private readonly cookie: SignInCookie,
  ) {}

  @Handles(peopleEndpoints.getOwnProfile)
  getOwnProfile(@CurrentActor() actor: Actor) {
    return this.reader.getProfile(actor);
  }

  @Handles(peopleEndpoints.changePassword)
  async changePassword(body: PasswordChangeBody, @CurrentActor() actor: Actor) {
    await this.passwords.change(actor, body);
    return done;
  }

  @Handles(peopleEndpoints.requestPasswordReset)
  async requestPasswordReset(body: PasswordResetBody, @RequestMeta() meta: RequestOrigin) {
    await this.resets.ask(body, meta.ip);
    return done;
  }

  @Handles(peopleEndpoints.completePasswordReset)
  async completePasswordReset(
    body: PasswordResetCompletionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookie.give(reply, await this.passwords.completeReset(body));
  }
}
