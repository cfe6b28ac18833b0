/** The address of this page with the transcript in another language; other query parameters are preserved. */
export function languageAddress(search: string, language: string): string {
  const query = new URLSearchParams(search);
  query.set('language', language);
  return `?${query.toString()}`;
}
