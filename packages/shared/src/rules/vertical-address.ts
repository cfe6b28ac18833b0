const kanjiDigits = '\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d';

/** Formats an address for vertical writing: digits as single kanji, hyphens as the long bar. */
export function verticalAddress(address: string): string {
  return address
    .normalize('NFKC')
    .replace(/\d/g, (digit) => kanjiDigits.charAt(Number(digit)))
    .replace(/[-\u2010-\u2015\u2212]/g, '\u30fc')
    .replace(/\s+/g, '\u3000');
}
