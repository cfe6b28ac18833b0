import { gunzipSync } from 'node:zlib';

import { expect, it } from '@jest/globals';

import { encodeStatusList, statusListLength } from './credentials.status-list.js';

it('sets the bits of these places and no others, the first place leftmost', () => {
  const places = [0, 7, 8, 4711, statusListLength - 1];
  const bits = gunzipSync(Buffer.from(encodeStatusList(places).slice(1), 'base64url'));
  const set = Array.from({ length: statusListLength }, (_, place) => place).filter(
    (place) => bits[place >> 3]! & (0x80 >> (place & 7)),
  );
  expect(set).toEqual(places);
});

it.each([-1, statusListLength, 0.5])('refuses the place %d, which no list has', (place) => {
  expect(() => encodeStatusList([place])).toThrow(RangeError);
});
