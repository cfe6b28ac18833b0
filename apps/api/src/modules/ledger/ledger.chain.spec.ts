import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { beforeFirst, firstBreak, hashOfLink, type Link } from './ledger.chain.js';

/** A chain with these statements. */
function chainOf(statements: readonly string[]): Link[] {
  let previous: string = beforeFirst.hash;
  return statements.map((statement, index) => {
    const link = { seq: index + 1, statement, previous, hash: hashOfLink(previous, statement) };
    previous = link.hash;
    return link;
  });
}
const statements = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 20 });

describe('the chain of the ledger', () => {
  it('holds as it was written, in one piece or in two', () => {
    fc.assert(
      fc.property(statements, fc.nat(), (said, cut) => {
        const links = chainOf(said);
        const at = 1 + (cut % (links.length - 1));
        expect(firstBreak(links, beforeFirst)).toBeNull();
        expect(firstBreak(links.slice(at), links[at - 1]!)).toBeNull();
      }),
    );
  });

  it.each<[string, (links: Link[], at: number) => Link[]]>([
    [
      'a changed statement',
      (links, at) => links.with(at, { ...links[at]!, statement: `${links[at]!.statement}!` }),
    ],
    ['a changed hash', (links, at) => links.with(at, { ...links[at]!, hash: 'f'.repeat(64) })],
    ['a link taken out', (links, at) => links.toSpliced(at, 1)],
    ['a link put in twice', (links, at) => links.toSpliced(at, 0, links[at]!)],
    [
      'a link written anew with a hash that fits',
      (links, at) => {
        const { previous, seq } = links[at]!;
        return links.with(at, { seq, previous, statement: 'another', hash: hashOfLink(previous, 'another') });
      },
    ],
  ])('breaks where there is %s', (_, change) => {
    fc.assert(
      fc.property(statements, fc.nat(), (said, place) => {
        const links = chainOf(said);
        const at = place % (links.length - 1);
        const broken = firstBreak(change(links, at), beforeFirst);
        expect(broken === at + 1 || broken === at + 2).toBe(true);
      }),
    );
  });
});
