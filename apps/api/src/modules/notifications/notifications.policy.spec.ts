import { describe, expect, it } from '@jest/globals';

import { afterFailure, channelFor, greatestAttempts, officeActions } from './notifications.policy.js';

describe('a mail that could not be delivered', () => {
  it.each([
    ['server away', 1, { permanent: false, responseCode: undefined }, 'queued', 'unreachable'],
    ['mailbox busy', 3, { permanent: false, responseCode: 452 }, 'queued', '452'],
    ['no such mailbox', 1, { permanent: true, responseCode: 550 }, 'failed', '550'],
    ['tried often enough', greatestAttempts, { permanent: false, responseCode: 421 }, 'failed', '421'],
  ] as const)('%s', (_, attempts, failure, state, word) => {
    expect(afterFailure(attempts, failure)).toEqual({ state, word });
  });
});

it.each([
  ['mail', 'a@example.jp', 'mail'],
  ['letter', 'a@example.jp', 'letter'],
  ['mail', null, 'letter'],
  [null, 'a@example.jp', 'mail'],
] as const)('reply by %s with address %s goes as %s', (replyBy, address, channel) => {
  expect(channelFor(replyBy, address)).toBe(channel);
});

describe('what the office may do', () => {
  const mail = {
    channel: 'mail',
    state: 'failed',
    mailAddress: 'a@example.jp',
    personId: 'p',
    holdsSecret: false,
  } as const;

  it('a failed mail is tried again or becomes a letter', () => {
    expect(officeActions(mail)).toEqual({ retry: true, toLetter: true, markPrinted: false });
  });

  it('a one-time code never becomes a letter', () => {
    expect(officeActions({ ...mail, holdsSecret: true }).toLetter).toBe(false);
  });

  it('a sent mail needs nothing, a letter is printed once', () => {
    expect(officeActions({ ...mail, state: 'sent' })).toEqual({
      retry: false,
      toLetter: false,
      markPrinted: false,
    });
    const letter = { ...mail, channel: 'letter' } as const;
    expect(officeActions({ ...letter, state: 'queued' }).markPrinted).toBe(true);
    expect(officeActions({ ...letter, state: 'printed' }).markPrinted).toBe(false);
  });
});
