import type { CardSignInBody, PasswordSignInBody } from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles, RequestMeta, type RequestOrigin } from '../../../platform/http/index.js';
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

  @Handles(peopleEndpoints.getSignInState)
  getSignInState(@CurrentActor() actor: Actor) {
    return this.reader.getSignInState(actor);
  }

  @Handles(peopleEndpoints.signInWithPassword)
  async signInWithPassword(
    body: PasswordSignInBody,
    @CurrentActor() actor: Actor,
    @RequestMeta() meta: RequestOrigin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookie.give(reply, await this.service.byPassword(actor, body, meta.ip));
  }

  @Handles(peopleEndpoints.signInWithCard)
  async signInWithCard(
    body: CardSignInBody,
    @CurrentActor() actor: Actor,
    @RequestMeta() meta: RequestOrigin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookie.give(reply, await this.service.byCard(actor, body, meta.ip));
  }

  @Handles(peopleEndpoints.signOut)
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.service.signOut(actor);
    return this.cookie.take(reply);
  }

  @Handles(peopleEndpoints.signOutEverywhere)
  async signOutEverywhere(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.service.signOutEverywhere(actor);
    return this.cookie.take(reply);
  }
}
