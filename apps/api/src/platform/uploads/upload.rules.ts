import { DomainError } from '../errors/domain-error.js';

/** Maximum duration of an upload: seven days. */
export const uploadLifeMs = 7 * 24 * 3_600_000;

/** How long a file without a row is kept: its row may just be being written. */
export const orphanLifeMs = 24 * 3_600_000;

/** The error code for a refusal by tus; anything else is our bug. */
export function refusalOf(status: number, text: string): Error {
  switch (status) {
    case 404:
    case 410:
      return new DomainError('platform.not_found');
    case 409:
      return new DomainError('uploads.offset_conflict');
    case 413:
      return new DomainError('uploads.too_large');
    case 423:
      return new DomainError('uploads.busy', { params: { retryAfterSeconds: 2 } });
    case 507:
      return new DomainError('uploads.storage_full', { params: { retryAfterSeconds: 30 } });
    default:
      return status < 500 || status === 501
        ? new DomainError('platform.invalid_input')
        : new Error(`tus returned ${status}: ${text.slice(0, 200)}`);
  }
}
