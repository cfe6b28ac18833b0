import type { FontRun } from '../glyphs/glyphs.js';

/** One line of a ledger page; texts are split into runs by the fonts that draw them. */
export interface LedgerSheetLine {
  number: FontRun[];
  name: FontRun[];
  kana: FontRun[];
  bornOn: string;
  completedOn: string;
  issuedOn: string;
  note: FontRun[];
}

/** A course and year: it starts on a new page. */
export interface LedgerSheetPart {
  title: FontRun[];
  year: string;
  lines: LedgerSheetLine[];
}

export interface LedgerSheet {
  parts: LedgerSheetPart[];
  printed: string;
  /** The hash of the chain's last entry, so that the paper can be compared with the database later. */
  head: string;
}

/** The fixed texts of the paper ledger. */
export const ledgerSheetWords = {
  printed: (day: string) => `${day} 印刷`,
  recorded: '紙の台帳から転記',
  struck: '転記の取消',
  again: (copy: number) => `再交付(${copy}通目)`,
  replaced: '再交付により無効',
  revoked: '取消',
  missing: (characters: string) => `〓は印字できない字(${characters})`,
} as const;

/** The printers' mark for a missing character. */
export const missingMark = '〓';

/** The 修了者台帳 in the form of the paper one: A4 landscape, with the heading on every page. */
export const ledgerSheetSource = `
#let d = json(bytes(sys.inputs.at("data")))
#let said(runs) = for run in runs {
  if run.at("mayBreak", default: false) { h(0.01pt) }
  text(font: run.family, run.text)
}
#set document(title: "修了者台帳")
#set text(font: "Noto Serif JP", size: 9pt, lang: "ja", cjk-latin-spacing: none)
#set par(leading: 0.45em)
#for (at, part) in d.parts.enumerate() {
  if at > 0 { pagebreak() }
  counter(page).update(1)
  set page(
    paper: "a4", flipped: true, margin: (x: 14mm, top: 14mm, bottom: 16mm),
    footer: context text(size: 7pt)[
      #d.printed #h(1fr) 台帳の末尾の指紋 #d.head #h(1fr) #counter(page).display()
    ],
  )
  table(
    columns: (40mm, 42mm, 42mm, 30mm, 31mm, 31mm, 1fr),
    stroke: 0.4pt + rgb("#444444"),
    inset: (x: 2mm, y: 1.7mm),
    align: (x, y) => if y <= 1 { center + horizon } else { left + horizon },
    table.header(
      table.cell(colspan: 7, stroke: none, inset: (x: 0mm, bottom: 3mm), align: left)[
        #text(size: 15pt)[修了者台帳] #h(6mm) #text(size: 11pt)[#part.year#h(3mm)#said(part.title)] #h(1fr)
        #text(size: 9pt)[#part.lines.len()件]
      ],
      [番号], [氏名], [ふりがな], [生年月日], [修了日], [発行日], [備考],
    ),
    ..part.lines.map(line => (
      said(line.number), text(size: 11pt, said(line.name)), said(line.kana), line.bornOn, line.completedOn, line.issuedOn, said(line.note),
    )).flatten(),
  )
}
`;
