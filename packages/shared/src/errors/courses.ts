import type { ErrorKind } from './kinds.js';

export const coursesErrors = {
  'courses.name_required': 'invalid_input',
  'courses.capacity_invalid': 'invalid_input',
  'courses.window_invalid': 'invalid_input',
  'courses.session_times_invalid': 'invalid_input',
  'courses.hall_required': 'invalid_input',
  'courses.capacity_below_taken': 'rule_refused',
  'courses.session_has_attendance': 'rule_refused',
  'courses.threshold_invalid': 'invalid_input',
} as const satisfies Record<string, ErrorKind>;
