import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readThumbnails, thumbnailAt } from './thumbnails.ts';
import { findIn } from './transcript-search.ts';

/** The texts with 【】 around every match. */
const marked = (texts: string[], word: string): string[] =>
  findIn(texts, word).parts.map((parts) =>
    parts.map(({ text, hit }) => (hit === null ? text : `【${text}】`)).join(''),
  );

describe('search in the transcript', () => {
  const cases: [string, string[], string, string[]][] = [
    ['kana of either kind', ['サロンへ行く', 'さろん'], 'さろん', ['【サロン】へ行く', '【さろん】']],
    ['half width with its marks', ['ﾊﾞｽで'], 'バス', ['【ﾊﾞｽ】で']],
    ['letters of any width and size', ['ＱＲコード'], 'qr', ['【ＱＲ】コード']],
    ['a word over a line break', ['ご近\n所の'], '近所', ['ご【近\n所】の']],
    ['twice in a line', ['見守り、見守り'], '見守り', ['【見守り】、【見守り】']],
    ['rare characters', ['𠮷田さん'], '𠮷', ['【𠮷】田さん']],
    ['nothing', ['はい'], 'いいえ', ['はい']],
    ['an empty word', ['はい'], ' ', ['はい']],
    ['a sign of a pattern', ['何.でも'], '.', ['何【.】でも']],
  ];
  for (const [name, texts, word, expected] of cases)
    it(name, () => assert.deepEqual(marked(texts, word), expected));

  it('numbers its matches through the whole text', () => {
    const { parts, hits } = findIn(['ああ', 'あ'], 'あ');
    assert.equal(hits, 3);
    assert.deepEqual(
      parts.flat().map(({ hit }) => hit),
      [0, 1, 2],
    );
  });
});

describe('thumbnails', () => {
  const text =
    'WEBVTT\n\n00:00.000 --> 00:05.000\nsprite.jpg#xywh=0,0,160,90\n\n01:00:05.000 --> 01:00:10.500\nsprite.jpg#xywh=160,0,160,90\n';
  const thumbnails = readThumbnails(text, 'https://k.example/api/media/t/films/x/thumbnails.vtt');

  it('are parts of a sprite next to their list', () => {
    assert.deepEqual(thumbnails[1], {
      fromMs: 3_605_000,
      toMs: 3_610_500,
      url: 'https://k.example/api/media/t/films/x/sprite.jpg',
      x: 160,
      y: 0,
      width: 160,
      height: 90,
    });
  });
  it('are found by time, the last one to the end', () => {
    assert.equal(thumbnailAt(thumbnails, 0)?.x, 0);
    assert.equal(thumbnailAt(thumbnails, 9e9)?.x, 160);
    assert.equal(thumbnailAt([], 0), undefined);
  });
});
