import { CardSignInBody, PasswordSignInBody, SignInState } from '@kizuna/shared/contracts/people';
import { Done } from '@kizuna/shared/contracts/fields';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { CurrentActor, Permit, Public, type Actor } from '../../../platform/auth/index.js';
import { Contract, RequestMeta, type RequestOrigin } from '../../../platform/http/index.js';
import { PeopleReader } from '../people.reader.js';
import { SignInCookie } from './sign-in.cookie.js';
import { SignInService } from './sign-in.service.js';

@Controller()
export class SignInController {
  constructor(
    private readonly service: SignInService,
    private readonly reader: PeopleReader,
    private readonly cookie: SignInCookie,
  ) {}

  @Get('sign-in')
  @Public()
  @Contract({ response: SignInState })
  state(@CurrentActor() actor: Actor) {
    return this.reader.getSignInState(actor);
  }

  @Post('sign-in/password')
  @Public()
  @Contract({ response: SignInState })
  async byPassword(
    @CurrentActor() actor: Actor,
    @Body({ schema: PasswordSignInBody }) body: PasswordSignInBody,
    @RequestMeta() meta: RequestOrigin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookie.give(reply, await this.service.byPassword(actor, body, meta.ip));
  }

  @Post('sign-in/card')
  @Public()
  @Contract({ response: SignInState })
  async byCard(
    @CurrentActor() actor: Actor,
    @Body({ schema: CardSignInBody }) body: CardSignInBody,
    @RequestMeta() meta: RequestOrigin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookie.give(reply, await this.service.byCard(actor, body, meta.ip));
  }

  @Post('sign-out')
  @Public()
  @Contract({ response: Done })
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.service.signOut(actor);
    return this.cookie.take(reply);
  }

  @Post('sign-out/everywhere')
  @Permit('account.self')
  @Contract({ response: Done })
  async signOutEverywhere(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.service.signOutEverywhere(actor);
    return this.cookie.take(reply);
  }
}
