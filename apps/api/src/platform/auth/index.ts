export { CurrentActor, Permit, Public, type Access, type RequestWithActor } from './access.decorators.js';
export {
  anonymous,
  may,
  onBehalfOf,
  personOf,
  signedInPersonOf,
  signInCookie,
  systemActor,
  type Actor,
  type PersonActor,
  type SystemActor,
} from './actor.js';
export { ActorResolver } from './actor-resolver.js';
export { Accepts, CrossSiteGuard } from './cross-site.guard.js';
export { PermissionGuard } from './permission.guard.js';
