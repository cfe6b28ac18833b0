import type { ErrorKind } from './kinds.js';

export const uploadsErrors = {
  'uploads.name_required': 'invalid_input',
  'uploads.purpose_unknown': 'invalid_input',
  'uploads.empty': 'invalid_input',
  'uploads.too_large': 'too_large',
  'uploads.offset_conflict': 'conflict',
  'uploads.busy': 'conflict',
  'uploads.not_complete': 'rule_refused',
  'uploads.storage_full': 'unavailable',
} as const satisfies Record<string, ErrorKind>;
