/**
 * An invalid setting that prevents the process from starting. The message is one sentence for the person at the
 * terminal.
 */
export class ConfigError extends Error {
  constructor(
    readonly variable: string,
    sentence: string,
  ) {
    super(`環境変数 ${variable} の値を確かめてください。${sentence}`);
    this.name = 'ConfigError';
  }
}
