import type { ErrorKind } from './kinds.js';

/** Error codes for verifying a certificate. */
export const verificationErrors = {
  'verification.number_invalid': 'invalid_input',
  'verification.code_invalid': 'invalid_input',
  'verification.file_required': 'invalid_input',
  'verification.file_too_large': 'too_large',
  'verification.file_not_pdf': 'unsupported_media',
  'verification.not_verified': 'not_found',
  'verification.limited': 'limited',
} as const satisfies Record<string, ErrorKind>;
