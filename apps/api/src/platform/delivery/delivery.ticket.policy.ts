import { createHmac, timingSafeEqual } from 'node:crypto';
import { mediaPath } from '@kizuna/shared/contracts/paths-without-endpoint';

const hourMs = 3_600_000;
/** Tickets only change at multiples of this, so that an address stays the same, and cached, for half a day. */
const windowMs = 12 * hourMs;
/** Minimum lifetime of a ticket: a film may be opened, paused and finished within a day. */
export const leastLifeMs = 12 * hourMs;
/** Characters of base64url: 144 of the 256 bits, which cannot be guessed and keeps addresses short. */
const signatureLength = 24;

/** A scope or a path: plain segments that begin with a letter or digit, which excludes `..` and escapes. */
const plainPath = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const ticketShape = /^([0-9a-z]{1,9})\.([1-9])\.([A-Za-z0-9_-]{24})$/;

/** The result of opening a valid ticket. */
export interface OpenedAddress {
  /** The prefix in the blob store the ticket was issued for. */
  scope: string;
  /** The file's key in the blob store; null if the address names only the scope. */
  key: string | null;
  expiresAt: Date;
}

/** Whether a string is a valid scope or path of an address. */
export function isPlainPath(text: string): boolean {
  return text.length <= 500 && plainPath.test(text);
}

/** The expiry of a ticket issued now: the same for all requests within half a day, at least 12 h away. */
export function expiryAt(now: Date): Date {
  return new Date(Math.floor(now.getTime() / windowMs) * windowMs + windowMs + leastLifeMs);
}

/**
 * Signs a ticket for everything below `scope` until `expiresAt` (whole minutes): `<minutes>.<depth>.<signature>`.
 * The scope itself is not part of it: it is in the address, where relative names in a playlist preserve it.
 */
export function ticketFor(signingKey: Buffer, scope: string, expiresAt: Date): string {
  const minutes = Math.floor(expiresAt.getTime() / 60_000).toString(36);
  const depth = String(scope.split('/').length);
  return `${minutes}.${depth}.${signatureOf(signingKey, minutes, depth, scope)}`;
}

/**
 * Resolves the address `<ticket>/<path>`, or returns null: expired, altered, truncated, signed with an unknown key, of
 * another depth or scope, or with a path that is not plain. The reason is not reported, and signatures are compared in
 * constant time.
 * @param keys every key that may have signed; the newest first
 * @param path as received, not decoded
 */
export function openTicket(
  keys: readonly Buffer[],
  ticket: string,
  path: string,
  now: Date,
): OpenedAddress | null {
  const parts = ticketShape.exec(ticket);
  if (!parts || !isPlainPath(path)) return null;
  const [, minutes = '', depth = '', signature = ''] = parts;
  const segments = path.split('/');
  const scope = segments.slice(0, Number(depth)).join('/');
  const signed = keys.filter((key) => equal(signature, signatureOf(key, minutes, depth, scope)));
  const expiresAt = new Date(Number.parseInt(minutes, 36) * 60_000);
  if (signed.length === 0 || segments.length < Number(depth) || expiresAt <= now) return null;
  return { scope, key: segments.length > Number(depth) ? path : null, expiresAt };
}

function signatureOf(key: Buffer, minutes: string, depth: string, scope: string): string {
  return createHmac('sha256', key)
    .update(`media.v1\n${minutes}\n${depth}\n${scope}`)
    .digest('base64url')
    .slice(0, signatureLength);
}

function equal(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * The part after the ticket in the address of a request, not decoded: an escaped slash must not become a slash. Empty
 * if the address does not contain the ticket.
 */
export function pathBehind(ticket: string, rawUrl = ''): string {
  const [address = ''] = rawUrl.split('?');
  const begin = `${mediaPath}/${ticket}/`;
  return address.startsWith(begin) ? address.slice(begin.length) : '';
}
