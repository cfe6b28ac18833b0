import type { ErrorKind } from './kinds.js';

/** Error codes of the ledger covering all years: paper records and deliveries. */
export const ledgerErrors = {
  'ledger.delivery_kind_required': 'invalid_input',
  'ledger.delivery_in_future': 'invalid_input',
  'ledger.paper_year_invalid': 'invalid_input',
  'ledger.paper_course_required': 'invalid_input',
  'ledger.paper_course_ambiguous': 'invalid_input',
  'ledger.paper_number_required': 'invalid_input',
  'ledger.paper_number_taken': 'conflict',
  'ledger.paper_number_twice': 'invalid_input',
  'ledger.paper_date_invalid': 'invalid_input',
  'ledger.paper_date_in_future': 'invalid_input',
  'ledger.paper_dates_reversed': 'invalid_input',
  'ledger.paper_reason_required': 'invalid_input',
  'ledger.paper_person_unknown': 'invalid_input',
  'ledger.paper_corrected_meanwhile': 'conflict',
  'ledger.paper_sheet_empty': 'invalid_input',
  'ledger.paper_sheet_unreadable': 'invalid_input',
  'ledger.paper_sheet_too_long': 'invalid_input',
  'ledger.paper_sheet_columns': 'invalid_input',
  'ledger.paper_sheet_has_errors': 'rule_refused',
} as const satisfies Record<string, ErrorKind>;
