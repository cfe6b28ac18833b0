/**
 * Words that Open JTalk would misread, with their pronunciation. Used for the narration only; captions keep the written
 * form. Longer words come first, so that a shorter word does not replace part of a longer one.
 */
const readings: readonly (readonly [written: string, spoken: string])[] = [
  ['0280-48-0808', 'ゼロニーハチゼロの、ヨンハチの、ゼロハチゼロハチ'],
  ['古河市', 'こがし'],
  ['要支援者', 'ようしえんしゃ'],
  ['六十五歳', '65歳'],
  ['ご近所', 'ごきんじょ'],
  ['社協', 'しゃきょう'],
  ['傾聴', 'けいちょう'],
  ['絆', 'きずな'],
  ['我が事', 'わがこと'],
  ['他人事', 'ひとごと'],
  ['行政区', '行政く'],
  ['必要な方', '必要なかた'],
  ['たい方には', 'たいかたには'],
  ['背負わ', 'せおわ'],
  ['のぼり旗', 'ノボリバタ'],
  ['ごみ出し', 'ゴミ出し'],
  ['こつです', 'コツです'],
  ['お互いさま', 'お互い様'],
];

/** The text that is sent to Open JTalk for one line of the script. */
export function spokenText(line: string): string {
  const plain = line.replaceAll('/', '').replaceAll('「', '').replaceAll('」', '');
  return readings.reduce((text, [written, spoken]) => text.replaceAll(written, spoken), plain);
}
