import { formatJapaneseDate, type CivilDate } from '@kizuna/shared/rules/civil-date';

import { fontRunsOf, type MeasuredFont } from '../glyphs/glyphs.js';
import { qrSvg } from './sheet-data.js';

/** The content of a supporter's card (登録証). Everything is final text, except the date. */
export interface SupporterCardText {
  number: string;
  name: string;
  validUntil: CivilDate;
  issuer: string;
  checkUrl: string;
  checkCode: string;
}

/** A page the size of the card, or A4 with ten to cut out. */
export type SupporterCardPaper = 'card' | 'sheet';

const words = {
  title: '活動登録証',
  project: '地域サポーター',
  number: '登録番号',
  until: '有効期限',
  check: 'この登録証は、右上の二次元コードから確かめられます。活動で知ったことは、ほかの人に話しません。',
  lost: '拾われた方は、古河市社会福祉協議会(電話 0280-48-0808)へご連絡ください。',
} as const;

/** The input data of the source below. */
export function supporterCardData(
  texts: readonly SupporterCardText[],
  paper: SupporterCardPaper,
  fonts: readonly MeasuredFont[],
  madeOn: CivilDate,
) {
  const runsOf = (value: string) => fontRunsOf(value, fonts);
  return {
    paper,
    words,
    fonts: fonts.map((font) => font.family),
    date: madeOn.split('-').map(Number),
    issuer: texts[0]?.issuer ?? '',
    cards: texts.map((text) => ({
      ...text,
      numberRuns: runsOf(text.number),
      nameRuns: runsOf(text.name),
      nameSize: nameSizeOf(text.name),
      issuerRuns: runsOf(text.issuer),
      until: formatJapaneseDate(text.validUntil),
      qr: qrSvg(text.checkUrl),
    })),
  };
}

/** In points: a long name is smaller and wraps to two lines, so that none of it is lost. */
function nameSizeOf(name: string): number {
  const length = [...name].length;
  if (length <= 8) return 19;
  if (length <= 14) return 15;
  return length <= 28 ? 11 : 7;
}

/** Typst source of the cards, 85.6 × 54 mm each (ISO/IEC 7810 ID-1). */
export const supporterCardSource = `
#let d = json(bytes(sys.inputs.at("cards")))
#set document(title: d.words.title, author: d.issuer, date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)))
#set text(font: d.fonts, lang: "ja", size: 8pt, cjk-latin-spacing: none, fill: rgb("#1a1a1a"))
#set par(leading: 0.5em, justify: false)
#let runs(parts) = for part in parts { text(font: part.family, part.text) }
#let card(c) = block(width: 85.6mm, height: 54mm, breakable: false, clip: true, stroke: if d.paper == "sheet" { 0.3pt + rgb("#999999") }, {
  place(top + left, rect(width: 85.6mm, height: 10.5mm, fill: rgb("#1f3d7a")))
  place(top + left, dx: 5mm, dy: 3mm, text(size: 12pt, fill: white, tracking: 0.25em, d.words.title))
  place(top + right, dx: -5mm, dy: 4mm, text(size: 8pt, fill: white, d.words.project))
  place(top + left, dx: 5mm, dy: 14mm, box(width: 52mm, height: 15mm, align(left + horizon, text(size: c.nameSize * 1pt, runs(c.nameRuns)))))
  place(top + left, dx: 5mm, dy: 31mm, box(width: 54mm, grid(columns: (15mm, 1fr), row-gutter: 1.6mm,
    text(size: 7pt, d.words.number), text(size: 9pt, runs(c.numberRuns)),
    text(size: 7pt, d.words.until), text(size: 9pt, c.until))))
  place(top + right, dx: -5mm, dy: 14mm, image(bytes(c.qr), width: 21mm, alt: c.checkUrl))
  place(top + right, dx: -5mm, dy: 35.6mm, box(width: 21mm, align(center, text(size: 6.5pt, tracking: 0.04em, c.checkCode))))
  place(top + left, dx: 5mm, dy: 41mm, text(size: 8.5pt, runs(c.issuerRuns)))
  place(top + left, dx: 5mm, dy: 45.2mm, line(length: 75.6mm, stroke: 0.4pt + rgb("#b08d3c")))
  place(top + left, dx: 5mm, dy: 46.4mm, box(width: 75.6mm, text(size: 5.2pt, { d.words.check; linebreak(); d.words.lost })))
})
#set page(width: 85.6mm, height: 54mm, margin: 0mm) if d.paper == "card"
#set page(paper: "a4", margin: (x: 19.4mm, y: 13.5mm)) if d.paper == "sheet"
#if d.paper == "card" { for (i, c) in d.cards.enumerate() { if i > 0 { pagebreak() }; card(c) } } else { grid(columns: (85.6mm, 85.6mm), ..d.cards.map(card)) }
`;
