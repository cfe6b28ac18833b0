import type { ErrorKind } from './kinds.js';

export const enrolmentErrors = {
  'enrolment.not_open_yet': 'rule_refused',
  'enrolment.closed': 'rule_refused',
  'enrolment.run_cancelled': 'rule_refused',
  'enrolment.already_applied': 'conflict',
  'enrolment.below_minimum_age': 'rule_refused',
  'enrolment.guardian_required': 'invalid_input',
  'enrolment.consent_required': 'invalid_input',
  'enrolment.contact_required': 'invalid_input',
  'enrolment.reason_required': 'invalid_input',
  'enrolment.draft_missing': 'not_found',
  'enrolment.draft_incomplete': 'rule_refused',
  'enrolment.not_possible_now': 'rule_refused',
  'enrolment.no_seat': 'rule_refused',
} as const satisfies Record<string, ErrorKind>;
