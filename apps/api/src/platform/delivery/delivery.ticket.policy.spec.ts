import { randomBytes } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { expiryAt, isPlainPath, leastLifeMs, openTicket, ticketFor } from './delivery.ticket.policy.js';

const key = Buffer.alloc(32, 7);
const now = new Date('2026-06-10T10:00:00+09:00');
const scope = 'films/0123abcd';
const expiresAt = expiryAt(now);
const ticket = ticketFor(key, scope, expiresAt);
const open = (path: string, using = ticket, keys = [key], at = now) => openTicket(keys, using, path, at);

describe('a ticket', () => {
  it('opens everything below its scope', () => {
    for (const path of ['film.mp4', 'hls/master.m3u8', 'hls/720p/00001.ts']) {
      expect(open(`${scope}/${path}`)).toEqual({ scope, key: `${scope}/${path}`, expiresAt });
    }
  });

  it('says of the scope alone that it is good, and names no file', () => {
    expect(open(scope)).toEqual({ scope, key: null, expiresAt });
  });

  it('ends', () => {
    const end = expiresAt.getTime();
    expect(open(`${scope}/a.ts`, ticket, [key], new Date(end - 1))).not.toBeNull();
    expect(open(`${scope}/a.ts`, ticket, [key], new Date(end))).toBeNull();
  });

  it('goes on after the key was changed, until the old key is taken away', () => {
    const newer = randomBytes(32);
    expect(open(`${scope}/a.ts`, ticket, [newer, key])).not.toBeNull();
    expect(open(`${scope}/a.ts`, ticket, [newer])).toBeNull();
    expect(open(`${scope}/a.ts`, ticket, [])).toBeNull();
  });

  it.each([
    ['another scope', 'films/0123abce/film.mp4'],
    ['a scope with a longer name', 'films/0123abcd0/film.mp4'],
    ['another folder', 'certificates/0123abcd/film.mp4'],
    ['the folder above', 'films'],
    ['a way up', `${scope}/../9999/film.mp4`],
    ['a way up at the end', `${scope}/..`],
    ['an escaped way up', `${scope}/%2e%2e/9999/film.mp4`],
    ['an escaped slash', `${scope}%2Ffilm.mp4`],
    ['an escaped slash within the path', `${scope}/hls%2Fmaster.m3u8`],
    ['a backslash', `${scope}/..\\secret`],
    ['an empty segment', `films//0123abcd/film.mp4`],
    ['a slash at the end', `${scope}/hls/`],
    ['a hidden file', `${scope}/.env`],
    ['NUL', `${scope}/film.mp4\0.txt`],
    ['nothing', ''],
    ['a long path', `${scope}/${'a'.repeat(600)}`],
  ])('does not open %s', (_, path) => {
    expect(open(path)).toBeNull();
  });

  const [minutes = '', , signature = ''] = ticket.split('.');
  const later = (Number.parseInt(minutes, 36) + 60).toString(36);
  it.each([
    ['a later end', `${later}.2.${signature}`],
    ['another depth', `${minutes}.1.${signature}`],
    ['a deeper scope', `${minutes}.3.${signature}`],
    ['depth 0', `${minutes}.0.${signature}`],
    ['a truncated signature', ticket.slice(0, -1)],
    ['an empty signature', `${minutes}.2.`],
    ['a longer signature', `${ticket}A`],
    ['no depth', `${minutes}.${signature}`],
    ['a foreign key', ticketFor(randomBytes(32), scope, expiresAt)],
    ['the word of another scope', ticketFor(key, 'films/9999', expiresAt)],
    ['a scope of one segment', ticketFor(key, 'films', now)],
    ['nothing', ''],
    ['a word', 'videos'],
  ])('is not good with %s', (_, altered) => {
    expect(open(`${scope}/film.mp4`, altered)).toBeNull();
  });

  it('is not good with any single letter changed', () => {
    for (let at = 0; at < ticket.length; at += 1) {
      const letter = ticket[at] === 'a' ? 'b' : 'a';
      expect(open(`${scope}/film.mp4`, ticket.slice(0, at) + letter + ticket.slice(at + 1))).toBeNull();
    }
  });

  it('is never opened by chance, and no input makes it throw', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (someTicket, somePath) => {
        expect(open(somePath, someTicket)).toBeNull();
        expect(open(`${scope}/film.mp4`, someTicket)).toBeNull();
      }),
    );
  });
});

describe('the end of a ticket', () => {
  it('is the same for half a day, and at least 12 hours away', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (at) => {
          const left = expiryAt(at).getTime() - at.getTime();
          expect(left).toBeGreaterThan(leastLifeMs);
          expect(left).toBeLessThanOrEqual(2 * leastLifeMs);
        },
      ),
    );
    const [morning, noon] = [new Date('2026-06-10T00:00:00Z'), new Date('2026-06-10T11:59:59.999Z')];
    expect(expiryAt(morning)).toEqual(expiryAt(noon));
    expect(ticketFor(key, scope, expiryAt(morning))).toBe(ticketFor(key, scope, expiryAt(noon)));
  });
});

describe('a plain path', () => {
  it.each(['films/ab/hls/720p/00001.ts', 'a', 'captions/x/ja.vtt', 'a..b'])('is %s', (path) => {
    expect(isPlainPath(path)).toBe(true);
  });
});
