/**
 * A path on this origin that a person may be sent back to, or the fallback. Refuses whole addresses, `//host`,
 * backslashes and control characters (browsers read `/\host` as another origin).
 */
export function safeReturnPath(
  value: FormDataEntryValue | string | null | undefined,
  fallback = '/',
): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.startsWith('//')) return fallback;
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused
  if (/[\\\u0000-\u001f\u007f]/.test(value)) return fallback;
  return new URL(value, 'http://same.invalid').host === 'same.invalid' ? value : fallback;
}
