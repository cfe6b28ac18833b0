import { describe, expect, it } from '@jest/globals';

import { verticalAddress } from './vertical-address.js';

describe('a vertical address', () => {
  it.each([
    ['古河市長谷町38-18', '古河市長谷町三八ー一八'],
    ['古河市中央町3-10-56 コーポ絆203', '古河市中央町三ー一〇ー五六　コーポ絆二〇三'],
    ['古河市下大野２８４８', '古河市下大野二八四八'],
  ])('%s', (typed, written) => expect(verticalAddress(typed)).toBe(written));
});
