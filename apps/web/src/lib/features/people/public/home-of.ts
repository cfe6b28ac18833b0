import type { Role } from '@kizuna/shared/vocabulary/roles';

/** Where a person goes on after signing in, when no page was asked for. Who works here goes to work. */
export function homeOf(roles: readonly Role[]): string {
  if (roles.includes('office') || roles.includes('admin')) return '/office';
  if (roles.includes('instructor')) return '/instructor';
  if (roles.includes('organiser')) return '/viewings';
  return '/my';
}
