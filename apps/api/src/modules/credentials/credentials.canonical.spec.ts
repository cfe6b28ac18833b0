import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { canonize } from './credentials.canonical.js';
import { loaderWith } from './credentials.contexts.js';
import { credentialDocument, type Claim } from './credentials.document.policy.js';

const origin = 'https://kizuna.example';
const did = 'did:web:kizuna.example';
const options = { documentLoader: loaderWith(did, []), base: null, safe: true };
const addresses = {
  did,
  origin,
  achievement: `${origin}/credentials/achievements/1`,
  badge: `${origin}/credentials/badge.png`,
  statusList: `${origin}/credentials/status/1`,
};

function documentOf(claim: Partial<Claim>, statusIndex = 7) {
  return credentialDocument(
    {
      sourceId: '0199a0f0-0000-7000-8000-000000000001',
      achievement: { id: '1', name: '入門編', description: '説明', criteria: '本文' },
      issuerName: '古河市社会福祉協議会',
      recipientName: '古河 花子',
      number: '令和8年度 入門 第1号',
      awardedOn: '2026-11-20',
      validFrom: new Date('2026-11-25T00:00:00Z'),
      ...claim,
    },
    addresses,
    statusIndex,
  ) as Parameters<typeof canonize>[0];
}

const theLibrarys = (document: unknown) => cryptosuite.canonize(document, options);
const text = fc.string({ unit: 'grapheme', minLength: 1 });

describe('the canonical form of a credential', () => {
  it('is the one of the library, whoever it is for and whatever the course says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          sourceId: fc.uuid(),
          recipientName: text,
          number: text,
          issuerName: text,
          achievement: fc.record({ id: fc.uuid(), name: text, description: text, criteria: text }),
          validFrom: fc.date({
            min: new Date('2026-01-01'),
            max: new Date('2099-12-31'),
            noInvalidDate: true,
          }),
        }),
        fc.nat(131_071),
        async (claim, statusIndex) => {
          const document = documentOf(claim, statusIndex);
          expect(await canonize(document, options)).toBe(await theLibrarys(document));
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['the same person again', { recipientName: '古河 花子' }],
    ['another person of the course', { recipientName: '𠮷田 次郎' }],
    ['a name with what N-Quads escapes', { recipientName: 'O"Hara\\ \n\t山' }],
    ['a name that looks like an address', { recipientName: 'https://example.org/#1' }],
    [
      'a course that speaks of an address',
      { achievement: { id: '1', name: '#12', description: 'urn:uuid:1', criteria: '@id' } },
    ],
  ])('is the one of the library for %s', async (_, claim) => {
    const document = documentOf(claim);
    expect(await canonize(document, options)).toBe(await theLibrarys(document));
  });

  it('tells two people of one course apart', async () => {
    const [one, other] = [documentOf({}), documentOf({ recipientName: '別人' })];
    expect(await canonize(one, options)).not.toBe(await canonize(other, options));
  });

  it('is refused where a document says what no context knows', async () => {
    const document = { ...(documentOf({}) as object), unheardOf: 'x' };
    await expect(canonize(document, options)).rejects.toThrow();
    await expect(canonize(document, options)).rejects.toThrow();
  });
});
