import type { SignedInPerson } from './people.js';

/**
 * With this header the web asks who is signed in, and the answer to any request has it: the frame of a page needs no
 * call of its own. Not for browsers; they ask /api/sign-in.
 */
export const signedInHeader = 'x-signed-in';

/** The header's value in a request. */
export const askWho = 'ask';

const nobody = '-';

/** The header's value in an answer. A header has no Japanese letters, so the JSON is percent-encoded. */
export function writeSignedIn(person: SignedInPerson | null): string {
  if (person === null) return nobody;
  return encodeURIComponent(JSON.stringify(person));
}

/** Reads what `writeSignedIn` wrote; undefined where the answer does not say it. */
export function readSignedIn(value: string | undefined): SignedInPerson | null | undefined {
  if (value === undefined) return undefined;
  if (value === nobody) return null;
  return JSON.parse(decodeURIComponent(value)) as SignedInPerson;
}
