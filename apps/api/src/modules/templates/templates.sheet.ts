/** What a certificate says. Everything is text as it will stand on the paper. */
export interface CertificateText {
  number: string;
  /** 1 for the first paper; from 2 the sheet says that it is a 再交付. */
  copy: number;
  name: string;
  body: string;
  completedOn: string;
  issuedOn: string;
  /** The day of issue as `YYYY-MM-DD`, for the file's own metadata. */
  issuedOnDate: string;
  issuer: string;
  issuerHead: string;
  verifyUrl: string;
  verifyCode: string;
  /** A preview carries 「見本」 across the sheet and cannot be mistaken for the document. */
  preview: boolean;
}

/** The words of the sheet that are not data. */
export const sheetWords = {
  title: '修了証',
  honorific: '殿',
  verifyHint: 'この修了証は、右の二次元コードから確かめられます。',
  verifyCode: '確認番号',
  /** After a space, behind the number. */
  reissued: (copy: number) => `再交付 ${copy}通目`,
  preview: '見本',
  language: 'ja',
  /** Twelve characters, read in three columns from the right as on a cut seal. */
  seal: ['古河市社', '会福祉協', '議会之印'],
} as const;

/**
 * The sheet as Typst source: A4 portrait, horizontal writing. `text(...)` pieces arrive as runs of font and text, so
 * that every character is drawn by a font that has it. A line may end before a run with `mayBreak`
 * (a space of no width at all would be dropped). Lengths in mm as on the paper.
 */
export const sheetSource = `
#let d = json(bytes(sys.inputs.at("certificate")))
#set document(title: d.title + " " + d.number, author: d.issuer, date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)))
#set page(paper: "a4", margin: (x: 28mm, top: 30mm, bottom: 24mm), background: {
  place(center + horizon, rect(width: 186mm, height: 273mm, stroke: 2.2pt + rgb("#1f3d7a"), radius: 2mm))
  place(center + horizon, rect(width: 181mm, height: 268mm, stroke: 0.6pt + rgb("#b08d3c"), radius: 1.4mm))
  for (dx, dy) in ((-1, -1), (1, -1), (-1, 1), (1, 1)) {
    place(center + horizon, dx: dx * 86mm, dy: dy * 129.5mm, circle(radius: 2.2mm, stroke: 0.6pt + rgb("#b08d3c")))
  }
  if d.preview {
    place(center + horizon, rotate(-32deg, text(size: 150pt, fill: rgb("#c0392b").transparentize(78%), tracking: 40pt, d.words.preview)))
  }
})
#set text(font: d.fonts, lang: d.words.language, size: 14pt, cjk-latin-spacing: none, fill: rgb("#1a1a1a"))
#set par(leading: 0.95em, justify: false)
#let runs(parts) = for part in parts { if part.at("mayBreak", default: false) { h(0.01pt) }; text(font: part.family, part.text) }
#align(right, { text(size: 13pt, runs(d.numberRuns)); if d.copyLine != "" { linebreak(); text(size: 11pt, d.copyLine) } })
#v(14mm)
#align(center, heading(level: 1, outlined: false, text(size: 44pt, weight: "regular", tracking: 0.5em, d.title)))
#v(18mm)
#align(center, block(width: 100%, {
  let size = if d.nameLength <= 10 { 30pt } else if d.nameLength <= 18 { 22pt } else if d.nameLength <= 40 { 15pt } else { 11pt }
  set par(leading: 0.6em)
  text(size: size, { if d.nameLength == 0 { h(90mm) } else { runs(d.nameRuns) }; if d.nameLength <= 40 { h(0.7em); text(size: size * 0.72, d.words.honorific) } })
  if d.nameLength > 40 { linebreak(); text(size: 14pt, d.words.honorific) }
}))
#v(14mm)
#block(width: 100%, text(size: 17pt, { set par(leading: 1.15em, first-line-indent: (amount: 1em, all: true)); runs(d.bodyRuns) }))
#v(1fr)
#pad(left: 8mm, text(size: 16pt, d.issuedOn))
#v(6mm)
#align(right, box(width: 100%, {
  place(right + horizon, dx: 1mm, dy: 0mm, box(width: 24mm, height: 24mm, stroke: 1.6pt + rgb("#c8321e"), radius: 1mm, inset: 1.2mm,
    grid(columns: (1fr, 1fr, 1fr), align: center + horizon, ..d.seal.rev().map(column =>
      box(height: 21mm, stack(dir: ttb, spacing: 1fr, ..column.map(c => text(size: 12.5pt, weight: "bold", fill: rgb("#c8321e"), c)))))) ))
  align(left, pad(left: 30mm, right: 27mm, { text(size: 16pt, runs(d.issuerRuns)); linebreak(); text(size: 18pt, runs(d.headRuns)) }))
}))
#v(12mm)
#line(length: 100%, stroke: 0.4pt + rgb("#999999"))
#v(1mm)
#grid(columns: (1fr, 22mm), column-gutter: 6mm, align: (left + horizon, right + horizon),
  text(size: 9.5pt, { d.words.verifyHint; linebreak(); d.words.verifyCode + "  "; text(size: 12pt, tracking: 0.06em, d.verifyCode); linebreak(); text(size: 8pt, d.verifyUrl) }),
  image(bytes(d.qr), width: 22mm, alt: d.verifyUrl))
`;
