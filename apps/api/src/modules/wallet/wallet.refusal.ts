const statusOf = {
  unsupported_grant_type: 400,
  invalid_request: 400,
  invalid_grant: 400,
  invalid_token: 401,
  invalid_credential_request: 400,
  unknown_credential_configuration: 400,
  credential_request_denied: 400,
  temporarily_unavailable: 503,
  slow_down: 429,
  server_error: 500,
} as const;

/** Error codes of RFC 6749 (5.2), RFC 6750 (3.1) and OpenID4VCI 1.0 (8.3.1.2). */
export type WalletRefusalWord = keyof typeof statusOf;

/** Why a wallet request is refused, as a standard error code. */
export class WalletRefusal extends Error {
  readonly status: number;

  constructor(readonly word: WalletRefusalWord) {
    super(word);
    this.status = statusOf[word];
  }
}
