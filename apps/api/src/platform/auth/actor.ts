import type { SignedInPerson } from '@kizuna/shared/contracts/people';
import type { PersonId } from '@kizuna/shared/vocabulary/ids';
import { hasPermission, type Permission, type Role } from '@kizuna/shared/vocabulary/roles';

import { DomainError } from '../errors/domain-error.js';

export interface PersonActor {
  kind: 'person';
  personId: string;
  roles: Role[];
  /** The sign-in (server-side) that this request came with. */
  signInId: string;
  /** Name and way of signing in, for the frame of a page; missing where nobody is at a screen. */
  name?: string;
  via?: 'password' | 'card';
}

export interface SystemActor {
  kind: 'system';
  /** The part of the system that acts, e.g. `enrolment.expireOffers`; written to the audit log. */
  name: string;
}

/** Who asks. The first parameter of every command. */
export type Actor = PersonActor | { kind: 'anonymous' } | SystemActor;

export const anonymous: Actor = { kind: 'anonymous' };

/** An actor for jobs, subscribers and seeds. */
export function systemActor(name: string): SystemActor {
  return { kind: 'system', name };
}

/** For a job that finishes what a person asked for: named in the records as them, without any right of their own. */
export function onBehalfOf(personId: string | null, job: string): Actor {
  return personId === null ? systemActor(job) : { kind: 'person', personId, roles: [], signInId: '' };
}

/** The signed-in person, or refuses with platform.unauthenticated. */
export function personOf(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new DomainError('platform.unauthenticated');
  return actor;
}

/** The person at the screen, for the frame of a page; null where nobody is. */
export function signedInPersonOf(actor: Actor): SignedInPerson | null {
  if (actor.kind !== 'person' || actor.name === undefined || actor.via === undefined) return null;
  const { personId, name, roles, via } = actor;
  return { personId: personId as PersonId, name, roles, via };
}

/** Whether the actor's roles grant the permission; the system may do everything. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'person' && hasPermission(actor.roles, permission);
}

/** The cookie that carries the sign-in token. */
export const signInCookie = 'kizuna_sid';
