import type { PersonDetails } from '@kizuna/shared/contracts/people';
import { comparableKana, comparableText, phoneDigits } from '@kizuna/shared/rules/text';
import type { Role } from '@kizuna/shared/vocabulary/roles';

/** Normalises an address for comparison: full-width letters, case and surrounding spaces. */
export function emailKeyOf(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/** All pairs of adjacent letters: the index for searching short Japanese names. */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (const word of text.split(' ')) {
    const letters = [...word];
    for (let i = 0; i + 1 < letters.length; i += 1) grams.add(letters[i]! + letters[i + 1]!);
  }
  return [...grams];
}

export interface SearchKeys {
  kanaKey: string;
  phoneDigits: string | null;
  emailKey: string | null;
  searchText: string;
  searchGrams: string[];
}

type Findable = Pick<PersonDetails, 'name' | 'kana' | 'phone' | 'email'> & { address?: string };

/** Search keys of a person: name in standard kanji, reading, digits of the phone, address, e-mail. */
export function searchKeysOf(person: Findable): SearchKeys {
  const digits = person.phone ? phoneDigits(person.phone) : null;
  const emailKey = person.email ? emailKeyOf(person.email) : null;
  const words = [
    comparableText(person.name),
    comparableKana(person.kana),
    digits,
    person.address ? comparableText(person.address) : null,
    emailKey,
  ];
  const searchText = words.filter(Boolean).join(' ');
  return {
    kanaKey: comparableKana(person.kana),
    phoneDigits: digits,
    emailKey,
    searchText,
    searchGrams: gramsOf(searchText),
  };
}

/** Splits a search into normalised terms. Digits with hyphens count as a phone number. */
export function searchTermsOf(typed: string): string[] {
  return typed
    .normalize('NFKC')
    .split(/\s+/)
    .map((term) => (/^[\d()+-]+$/.test(term) ? phoneDigits(term) : comparableText(term)))
    .filter((term) => term !== '')
    .slice(0, 6);
}

/** The most common passwords and predictable patterns. Compared in lower case. */
const common = new Set(
  (
    'password password1 passw0rd password123 12345678 123456789 1234567890 0123456789 87654321 qwertyui qwertyuiop ' +
    'qwerty123 asdfghjk asdfghjkl zxcvbnm1 1q2w3e4r 1qaz2wsx abcd1234 abc12345 abcdefgh iloveyou sunshine princess ' +
    'football baseball welcome1 letmein1 superman trustno1 sakura123 sakura1234 nihongo1 doraemon arigatou ' +
    'konnichiwa kizuna123 kizuna1234 kogacity koga1234 ibaraki1'
  ).split(' '),
);

/** Normalises a password before hashing: full-width input from a Japanese keyboard counts the same. */
export function passwordForm(password: string): string {
  return password.normalize('NFKC');
}

/** In characters; the contract has the same value. */
export const shortestPassword = 8;

/** Checks whether a password is common or easy to guess for this person. */
export function isCommonPassword(password: string, personal: readonly (string | null)[]): boolean {
  const typed = passwordForm(password).toLowerCase();
  if (common.has(typed) || /^(.)\1*$/u.test(typed)) return true;
  const steps = [...typed].slice(1).map((c, i) => c.codePointAt(0)! - [...typed][i]!.codePointAt(0)!);
  if (steps.every((step) => step === 1) || steps.every((step) => step === -1)) return true;
  const bare = typed.replace(/[^\p{L}\p{N}]/gu, '');
  return personal
    .filter((word): word is string => word !== null && word !== '')
    .flatMap((word) => [word, word.split('@')[0]!])
    .map((word) =>
      word
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, ''),
    )
    .includes(bare);
}

/** Roles after the office has set the staff ones: the learner role is kept, and nobody is left without a role. */
export function rolesAfter(held: readonly Role[], staffRoles: readonly Role[]): Role[] {
  const next = new Set<Role>([...held.filter((role) => role === 'learner'), ...staffRoles]);
  return next.size === 0 ? ['learner'] : [...next];
}

/** Whether only an administrator may change this person: setting an address or password can take over the account. */
export function isGuarded(roles: readonly Role[]): boolean {
  return roles.includes('admin') || roles.includes('office');
}

/** Whether a four-digit secret is not one of the obvious guesses. */
export function isGoodCardSecret(secret: string): boolean {
  if (!/^\d{4}$/.test(secret) || /^(\d)\1{3}$/.test(secret)) return false;
  return !'0123456789012'.includes(secret) && !'9876543210987'.includes(secret);
}
