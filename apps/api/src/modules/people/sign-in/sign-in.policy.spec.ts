import { describe, expect, it } from '@jest/globals';

import { throttles, expiryOf } from './sign-in.policy.js';

const at = (text: string) => new Date(text);

describe('a sign-in', () => {
  it.each([
    ['a learner with a password', 'password', ['learner'], '2026-06-24T00:00:00.000Z'],
    ['a card', 'card', ['learner'], '2026-06-10T12:00:00.000Z'],
    ['staff', 'password', ['learner', 'office'], '2026-06-10T12:00:00.000Z'],
  ] as const)('%s ends when idle', (_, via, roles, expected) => {
    const created = at('2026-06-10T00:00:00Z');
    expect(expiryOf(created, created, via, roles).toISOString()).toBe(expected);
  });

  it('never outlives ninety days', () => {
    const expiry = expiryOf(at('2026-01-01T00:00:00Z'), at('2026-03-31T00:00:00Z'), 'password', ['learner']);
    expect(expiry.toISOString()).toBe('2026-04-01T00:00:00.000Z');
  });
});

describe('the throttles', () => {
  it('forgive five mistakes and then only grow', () => {
    for (const delays of [throttles.password, throttles.card]) {
      expect(delays.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
      expect([...delays].sort((a, b) => a - b)).toEqual([...delays]);
    }
  });
});
