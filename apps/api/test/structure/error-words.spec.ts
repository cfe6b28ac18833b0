import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { errorCodes, errorKinds, statusOfKind } from '@kizuna/shared/errors/index';

const repository = path.join(import.meta.dirname, '../../../..');
const errorPrefixes = new Set(errorCodes.map((code) => code.split('.')[0]));

function textsBelow(folder: string, wanted: RegExp): string[] {
  return readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => wanted.test(file) && !/spec\.ts$/.test(file))
    .map((file) => readFileSync(path.join(repository, folder, file), 'utf8'));
}

/** String literals in places where only error codes occur. */
function errorWordsIn(text: string): string[] {
  const places = [
    /new DomainError\(\s*'([a-z_]+\.[a-z_]+)'/g,
    /mapConstraint\(\s*'[^']*',\s*'([a-z_]+\.[a-z_]+)'/g,
    /\b(?:code|error|message):\s*'([a-z_]+\.[a-z_]+)'/g,
  ];
  return places.flatMap((place) => [...text.matchAll(place)].map(([, word = '']) => word));
}

const sources = [
  ...textsBelow('apps/api/src', /\.ts$/),
  ...textsBelow('packages/shared/src/contracts', /\.ts$/),
  ...textsBelow('packages/shared/src/vocabulary', /\.ts$/),
];

describe('the words for errors', () => {
  it('have a kind, and the kind has a status', () => {
    const without = errorCodes.filter((code) => statusOfKind[errorKinds[code]] === undefined);
    expect(without).toEqual([]);
  });

  it('stand under the name of a capability', () => {
    const files = readdirSync(path.join(repository, 'packages/shared/src/errors')).map((file) =>
      file.slice(0, -3),
    );
    expect([...errorPrefixes].filter((prefix) => !files.includes(prefix ?? ''))).toEqual([]);
  });

  it('are in the dictionary wherever the API or a contract says one', () => {
    const known = new Set<string>(errorCodes);
    const said = new Set(sources.flatMap(errorWordsIn));
    expect([...said].filter((word) => !known.has(word))).toEqual([]);
  });

  it('are said somewhere: a word that nobody says leaves the dictionary', () => {
    const everything = sources.join('\n');
    expect(errorCodes.filter((code) => !everything.includes(`'${code}'`))).toEqual([]);
  });

  it('have a sentence in Japanese each', () => {
    const messages = readFileSync(
      path.join(repository, 'apps/web/src/lib/i18n/messages/ja/errors.ts'),
      'utf8',
    );
    expect(errorCodes.filter((code) => !messages.includes(`'${code}':`))).toEqual([]);
  });
});
