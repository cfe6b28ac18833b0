import type { ErrorKind } from './kinds.js';

export const platformErrors = {
  'platform.invalid_input': 'invalid_input',
  'platform.id_invalid': 'invalid_input',
  'platform.required': 'invalid_input',
  'platform.too_long': 'invalid_input',
  'platform.forbidden_character': 'invalid_input',
  'platform.unauthenticated': 'unauthenticated',
  'platform.forbidden': 'forbidden',
  'platform.cross_site': 'forbidden',
  'platform.not_found': 'not_found',
  'platform.idempotency_conflict': 'conflict',
  'platform.stale': 'conflict',
  'platform.too_large': 'too_large',
  'platform.unsupported_media': 'unsupported_media',
  'platform.limited': 'limited',
  'platform.unavailable': 'unavailable',
  'platform.internal': 'internal',
} as const satisfies Record<string, ErrorKind>;
