import type { Actor } from './actor.js';

/** Turns the token of the sign-in cookie into an actor. The people module binds it. */
export abstract class ActorResolver {
  abstract resolve(cookieToken: string | undefined): Promise<Actor>;
}
