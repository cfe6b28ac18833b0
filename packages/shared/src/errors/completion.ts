import type { ErrorKind } from './kinds.js';

/** Error codes for confirming the name on the certificate. */
export const completionErrors = {
  'completion.name_choice_required': 'invalid_input',
  'completion.name_via_required': 'invalid_input',
  'completion.name_form_required': 'invalid_input',
  'completion.name_note_required': 'invalid_input',
  'completion.name_not_drawable': 'rule_refused',
  'completion.name_changed_since_shown': 'conflict',
} as const satisfies Record<string, ErrorKind>;
