import { askWho, signedInHeader, writeSignedIn } from '@kizuna/shared/contracts/signed-in-header';
import { Injectable, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { parseCookie } from 'cookie';
import type { FastifyReply } from 'fastify';

import { DomainError } from '../errors/domain-error.js';
import { accessKey, type Access, type RequestWithActor } from './access.decorators.js';
import { ActorResolver } from './actor-resolver.js';
import { anonymous, may, signedInPersonOf, signInCookie } from './actor.js';

/** Resolves the actor and keeps the door. Ownership ("is it yours?") is the services' business. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Optional() private readonly resolver?: ActorResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new Error('a route without @Permit or @Public passed the boot check');
    request.actor = await this.actorOf(request);
    if (request.headers[signedInHeader] === askWho) {
      const reply = context.switchToHttp().getResponse<FastifyReply>();
      void reply.header(signedInHeader, writeSignedIn(signedInPersonOf(request.actor)));
    }
    if (access.kind === 'public' || may(request.actor, access.permission)) return true;
    // Answer 404 without permission, so that the response does not reveal what exists
    throw new DomainError(
      request.actor.kind === 'anonymous' ? 'platform.unauthenticated' : 'platform.not_found',
    );
  }

  private async actorOf(request: RequestWithActor) {
    const header = request.headers.cookie;
    const token = header === undefined ? undefined : parseCookie(header)[signInCookie];
    return token === undefined || !this.resolver ? anonymous : this.resolver.resolve(token);
  }
}
