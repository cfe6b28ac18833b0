import type { ErrorKind } from './kinds.js';

export const assessmentErrors = {
  'assessment.choice_unknown': 'invalid_input',
  'assessment.single_choice_only': 'invalid_input',
  'assessment.already_submitted': 'conflict',
  'assessment.attempts_used_up': 'rule_refused',
} as const satisfies Record<string, ErrorKind>;
