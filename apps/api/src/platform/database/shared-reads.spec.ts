import { describe, expect, it } from '@jest/globals';

import { noReads, shareRead, withSharedReads } from './shared-reads.js';

const rowsOf = (asked: string[], name: string) =>
  shareRead(
    () => name,
    () => {
      asked.push(name);
      return Promise.resolve([{ name }]);
    },
  );

describe('reads of one page', () => {
  it('asks once for what several parts of the page want, and apart for what differs', async () => {
    const asked: string[] = [];
    const page = noReads();
    const both = await withSharedReads(page, () => Promise.all([rowsOf(asked, 'a'), rowsOf(asked, 'a')]));
    await withSharedReads(page, () => rowsOf(asked, 'b'));
    expect(both[0]).toBe(both[1]);
    expect(asked).toEqual(['a', 'b']);
  });

  it('asks anew for another page, and outside of pages every time', async () => {
    const asked: string[] = [];
    await withSharedReads(noReads(), () => rowsOf(asked, 'a'));
    await withSharedReads(noReads(), () => rowsOf(asked, 'a'));
    await rowsOf(asked, 'a');
    await rowsOf(asked, 'a');
    expect(asked).toHaveLength(4);
  });

  it('refuses that one part changes the rows of another', async () => {
    const [row] = await withSharedReads(noReads(), () => rowsOf([], 'a'));
    expect(() => Object.assign(row!, { name: 'b' })).toThrow(TypeError);
  });

  it('does not keep a failure', async () => {
    const page = noReads();
    const failing = () =>
      shareRead(
        () => 'a',
        () => Promise.reject(new Error('away')),
      );
    await expect(withSharedReads(page, failing)).rejects.toThrow('away');
    await expect(withSharedReads(page, () => rowsOf([], 'a'))).resolves.toEqual([{ name: 'a' }]);
  });
});
