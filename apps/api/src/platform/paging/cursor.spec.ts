import { describe, expect, it } from '@jest/globals';

import { decodeCursor, encodeCursor, pageFrom } from './cursor.js';

describe('a cursor', () => {
  it('comes back as it went', () => {
    expect(decodeCursor(encodeCursor(['タカサキ', 'id-1', null, 7]), 4)).toEqual([
      'タカサキ',
      'id-1',
      null,
      7,
    ]);
    expect(decodeCursor(undefined, 2)).toBeUndefined();
  });

  it.each(['nonsense', encodeCursor(['one']), Buffer.from('{"a":1}').toString('base64url'), '%%%'])(
    'that is not ours is refused: %s',
    (cursor) => expect(() => decodeCursor(cursor, 2)).toThrow('platform.invalid_input'),
  );
});

describe('a page', () => {
  const rows = [1, 2, 3].map((id) => ({ id }));
  it('leads on where there is more', () => {
    const page = pageFrom(rows, 2, (row) => [row.id]);
    expect(page.rows).toEqual(rows.slice(0, 2));
    expect(decodeCursor(page.nextCursor!, 1)).toEqual([2]);
  });
  it('ends where there is not', () => {
    expect(pageFrom(rows, 3, (row) => [row.id]).nextCursor).toBeNull();
  });
});
