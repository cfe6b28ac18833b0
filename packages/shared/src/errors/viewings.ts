import type { ErrorKind } from './kinds.js';

export const viewingsErrors = {
  'viewings.count_invalid': 'invalid_input',
  'viewings.reason_required': 'invalid_input',
  'viewings.association_required': 'invalid_input',
  'viewings.place_required': 'invalid_input',
  'viewings.nobody_chosen': 'invalid_input',
  'viewings.outcome_required': 'invalid_input',
  'viewings.times_invalid': 'invalid_input',
  'viewings.film_unknown': 'invalid_input',
  'viewings.film_fixed': 'rule_refused',
  'viewings.too_long_ago': 'rule_refused',
  'viewings.changed_meanwhile': 'conflict',
  'viewings.outside_window': 'rule_refused',
  'viewings.not_started': 'rule_refused',
  'viewings.entry_over': 'rule_refused',
  'viewings.cancelled': 'rule_refused',
  'viewings.already_closed': 'rule_refused',
  'viewings.not_closed': 'rule_refused',
  'viewings.card_unknown': 'rule_refused',
} as const satisfies Record<string, ErrorKind>;
