import type { Role } from '@kizuna/shared/vocabulary/roles';

/** The page after signing in if no other was requested. Staff go to their workplace. */
export function homeOf(roles: readonly Role[]): string {
  if (roles.includes('office') || roles.includes('admin')) return '/office';
  if (roles.includes('instructor')) return '/instructor';
  if (roles.includes('organiser')) return '/viewings';
  return '/my';
}
