import { describe, expect, it } from '@jest/globals';

import { fitsLesson, obstaclesOf, pageFiles, placeIn, readableText, scopeOf } from './materials.policy.js';

describe('the words of a page', () => {
  it('are one line again where the margin broke them', () => {
    expect(
      readableText('支え合いの地域づくりについて、みんなで考\r\nえてみましょう。\r\n次の段落です。'),
    ).toBe('支え合いの地域づくりについて、みんなで考えてみましょう。\n次の段落です。');
  });

  it('keep short lines, headings and lists', () => {
    expect(readableText('はじめに\nご近所力とは\n・あいさつ\n・声かけ')).toBe(
      'はじめに\nご近所力とは\n・あいさつ\n・声かけ',
    );
  });

  it('keep a list above small print', () => {
    const list =
      '・聞いた話を、ほかの人に伝えないこと\nきずな講座の見本としてつくった資料です。市や社協が発行したものではありません。';
    expect(readableText(list)).toBe(list);
  });

  it('keep rare letters and lose what would turn the text around', () => {
    expect(readableText('𠮷田\u202Eさん\0\uFFFE')).toBe('𠮷田さん');
    expect(readableText('半分\uD842')).toBe('半分\uFFFD');
  });

  it('have at most one empty line in a row', () => {
    expect(readableText('\n\n一\n\n\n\n二\n\n')).toBe('一\n\n二');
  });
});

describe('publishing', () => {
  it('needs a document with words on every page', () => {
    expect(obstaclesOf(null)).toEqual(['no_document']);
    expect(obstaclesOf(['本文', ' \n'])).toEqual(['pages_without_text']);
    expect(obstaclesOf(['本文'])).toEqual([]);
  });
});

describe('a lesson', () => {
  const published = { state: 'published', kind: 'handout', courseId: 'a' } as const;
  it.each([
    [published, { kind: 'material', courseId: 'a' }, true],
    [{ ...published, courseId: null }, { kind: 'material', courseId: 'b' }, true],
    [published, { kind: 'material', courseId: 'b' }, false],
    [published, { kind: 'video', courseId: 'a' }, false],
    [{ ...published, state: 'draft' as const }, { kind: 'material', courseId: 'a' }, false],
    [published, null, false],
  ])('%#', (material, lesson, fits) => {
    expect(fitsLesson(material, lesson)).toBe(fits);
  });
});

describe('a place', () => {
  it('is never behind the end of a shorter version', () => {
    expect(placeIn(12, 4)).toBe(4);
    expect(placeIn(3, 4)).toBe(3);
  });
});

describe('files', () => {
  it('are named by page and lie below the content', () => {
    expect(pageFiles(7)).toEqual({ small: 'p007-800.webp', large: 'p007-1600.webp', jpeg: 'p007.jpg' });
    expect(scopeOf('0'.repeat(64))).toMatch(/^materials\/[a-z0]{41}$/);
  });
});
