/** The kind of an error decides its HTTP status; see apps/api/src/platform/errors. */
export type ErrorKind =
  | 'invalid_input'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'unsupported_media'
  | 'rule_refused'
  | 'limited'
  | 'unavailable'
  | 'internal';

/** The HTTP status of each kind. */
export const statusOfKind: Record<ErrorKind, number> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_media: 415,
  rule_refused: 422,
  limited: 429,
  unavailable: 503,
  internal: 500,
};
