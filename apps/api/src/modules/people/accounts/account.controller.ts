import { Done } from '@kizuna/shared/contracts/fields';
import {
  PasswordChangeBody,
  PasswordResetBody,
  PasswordResetCompletionBody,
  ProfileView,
  SignInState,
} from '@kizuna/shared/contracts/people';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { CurrentActor, Permit, Public, type Actor } from '../../../platform/auth/index.js';
import { Contract, RequestMeta, type RequestOrigin } from '../../../platform/http/index.js';
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

  @Get('me/profile')
  @Permit('account.self')
  @Contract({ response: ProfileView })
  profile(@CurrentActor() actor: Actor) {
    return this.reader.getProfile(actor);
  }

  @Post('me/password')
  @Permit('account.self')
  @Contract({ response: Done })
  async change(@CurrentActor() actor: Actor, @Body({ schema: PasswordChangeBody }) body: PasswordChangeBody) {
    await this.passwords.change(actor, body);
    return done;
  }

  @Post('password-resets')
  @Public()
  @Contract({ response: Done })
  async askReset(
    @Body({ schema: PasswordResetBody }) body: PasswordResetBody,
    @RequestMeta() meta: RequestOrigin,
  ) {
    await this.resets.ask(body, meta.ip);
    return done;
  }

  @Post('password-resets/completion')
  @Public()
  @Contract({ response: SignInState })
  async completeReset(
    @Body({ schema: PasswordResetCompletionBody }) body: PasswordResetCompletionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookie.give(reply, await this.passwords.completeReset(body));
  }
}
