import { describe, expect, it } from '@jest/globals';

import { VerticalComposition, type VerticalTexts } from './vertical-composition.js';
import { verticalPapers } from './vertical-paper.js';

const mmOfPoint = 25.4 / 72;
const runsOf = (text: string) => [{ family: 'Mincho', text }];
const texts: VerticalTexts = {
  number: '第十二号',
  copy: '',
  title: '修了証',
  name: '古河 花子',
  kana: 'こが はなこ',
  honorific: '殿',
  bornOn: '',
  body: '課程を修了したことを証します',
  completedOn: '',
  issuedOn: '令和八年',
  issuer: '古河市社会福祉協議会',
  head: '会長 見本 太郎',
};

function blocksOf(paper: keyof typeof verticalPapers, changed: Partial<VerticalTexts>) {
  const composition = new VerticalComposition(verticalPapers[paper], 'right', (value) => value.length, {
    text: runsOf,
    name: runsOf,
    title: runsOf,
  });
  const { blocks } = composition.compose({ ...texts, ...changed });
  const starting = (text: string) =>
    blocks.find((block) => block.pieces[0]!.t.replaceAll('\n', '').startsWith(text))!;
  return { starting, blocks };
}

describe.each(['portrait', 'landscape'] as const)('a long name on a %s sheet', (paper) => {
  const name = '寿限無五劫擦切'.repeat(29).slice(0, 200);

  it.each([12, 40, 90, 133, 200])('of %i characters has its 殿 right below its last one', (length) => {
    const { starting } = blocksOf(paper, { name: name.slice(0, length), kana: '' });
    const [block, suffix] = [starting('寿限無'), starting('殿')];
    const last = block.pieces.at(-1)!;
    const ends = last.y + last.t.split('\n').length * (block.size + block.gap);
    expect(suffix.pieces[0]!.y).toBeGreaterThanOrEqual(ends - block.gap - 0.01);
    expect(suffix.pieces[0]!.y - ends).toBeLessThanOrEqual(Math.max(9, block.size));
    expect(suffix.pieces[0]!.y + suffix.size).toBeLessThanOrEqual(verticalPapers[paper].bottom);
  });

  it.each([20, 48, 120, 200])('has a reading of %i letters that can be read', (length) => {
    const { starting } = blocksOf(paper, { name, kana: 'じゅげむ'.repeat(50).slice(0, length) });
    expect(starting('じゅげむ').size).toBeGreaterThanOrEqual(7 * mmOfPoint - 0.01);
  });
});

it('a short name keeps its reading in one column', () => {
  const { starting } = blocksOf('landscape', {});
  expect(new Set(starting('こが').pieces.map((piece) => piece.x)).size).toBe(1);
});
