import type { Permission } from '@kizuna/shared/vocabulary/roles';
import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { anonymous, type Actor } from './actor.js';

/** Who may pass a route's door. */
export type Access = { kind: 'public' } | { kind: 'permission'; permission: Permission };

export const accessKey = 'kizuna:access';

/** Only for people whose roles grant the permission: 401 for anonymous, 404 for everybody else. */
export const Permit = (permission: Permission) =>
  SetMetadata(accessKey, { kind: 'permission', permission } satisfies Access);

/** For everybody. The actor is still resolved, so that a page may show what a signed-in person can do. */
export const Public = () => SetMetadata(accessKey, { kind: 'public' } satisfies Access);

export interface RequestWithActor extends FastifyRequest {
  actor?: Actor;
}

/** The actor of the request, as PermissionGuard found it. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<RequestWithActor>().actor ?? anonymous;
});
