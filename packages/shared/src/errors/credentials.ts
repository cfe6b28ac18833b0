import type { ErrorKind } from './kinds.js';

export const credentialsErrors = {
  'credentials.required': 'invalid_input',
  'credentials.too_large': 'invalid_input',
  'credentials.none': 'not_found',
} as const satisfies Record<string, ErrorKind>;
