/**
 * The sheets as Typst sources. `runs` are pieces of text with a font that has all their characters; a line may break
 * before a piece with `mayBreak` (a zero-width space would be dropped). Lengths in mm on the paper.
 */

/** Shared by all layouts: document settings, the border, the seal, the verification block. */
const shared = `
#let d = json(bytes(sys.inputs.at("sheet")))
#set document(title: d.title + " " + d.number, author: d.issuer, description: d.description,
  date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)))
#for a in d.attachments { pdf.attach(a.path, relationship: "data", mime-type: a.mediaType, description: a.description) }
#let gold = rgb("#a8853a")
#let vermilion = rgb("#c8321e")
#let ink = rgb("#1a1a1a")
#let frame = if "border" in d { image(bytes(d.border), width: 100%, height: 100%, alt: "") }
#let watermark(size) = if d.preview {
  place(center + horizon, rotate(-32deg, text(size: size, fill: vermilion.transparentize(80%), tracking: 0.25em, d.words.preview)))
}
#set text(font: d.fonts, lang: d.words.language, cjk-latin-spacing: none, fill: ink, top-edge: 0.88em, bottom-edge: -0.12em)
#let runs(parts) = for part in parts { if part.at("mayBreak", default: false) { h(0.01pt) }; text(font: part.family, part.text) }
#let display(parts) = for part in parts { text(font: part.family, weight: 600, part.text) }
#let logo(height) = if "logo" in d { image(d.logo, height: height, alt: d.words.logo) }
#let seal(size) = if "sealImage" in d { image(d.sealImage, width: size, height: size, fit: "contain", alt: d.words.seal) } else if d.seal.len() > 0 {
  let rows = calc.max(..d.seal.map(column => column.len()))
  let cell = size * 0.84 / calc.max(rows, d.seal.len())
  pdf.artifact(box(width: size, height: size, stroke: (size * 0.055) + vermilion, radius: size * 0.04, inset: size * 0.07,
    for (at, column) in d.seal.enumerate() {
      let share = 100% / d.seal.len()
      // Written column by column from the right, as it is read
      place(top + right, dx: -share * at, box(height: 100%, width: share, grid(columns: 100%, rows: column.map(_ => 1fr), align: center + horizon,
        ..column.map(run => text(size: cell, weight: 600, font: run.family, fill: vermilion, run.text)))))
    }))
}
#let qr(size) = image(bytes(d.qr), width: size, alt: d.words.verifyFigure + " " + d.verifyUrl)
#let fitted(height, sizes, body) = layout(room => {
  let chosen = sizes.find(size => measure(block(width: room.width, body(size))).height <= height)
  body(if chosen == none { sizes.last() } else { chosen })
})
`;

/** A4 portrait, horizontal writing: the ordinary sheet. */
const plain = `${shared}
#set page(paper: "a4", margin: (x: 28mm, top: 28mm, bottom: 22mm), background: { place(top + left, frame); watermark(150pt) })
#set par(leading: 0.85em, justify: false)
#if "logo" in d { place(top + left, logo(14mm)) }
#align(right, { text(size: 13pt, runs(d.numberRuns)); if d.copyLine != "" { linebreak(); text(size: 11pt, d.copyLine) } })
#v(1fr)
#align(center, heading(level: 1, outlined: false, text(size: if d.title.clusters().len() <= 5 { 44pt } else if d.title.clusters().len() <= 8 { 34pt } else { 26pt }, tracking: d.titleTracking * 1em, display(d.titleRuns))))
#v(1fr)
#align(center, fitted(52mm, (30pt, 26pt, 22pt, 18pt, 15pt, 12.5pt, 11pt, 9pt), size => {
  set par(leading: 0.45em)
  if d.kanaRuns.len() > 0 { text(size: calc.max(8pt, size * 0.36), runs(d.kanaRuns)); linebreak() }
  text(size: size, { runs(d.nameRuns); if d.honorific != "" and d.nameLength <= 40 { h(0.7em); text(size: size * 0.72, d.honorific) } })
  if d.honorific != "" and d.nameLength > 40 { linebreak(); text(size: 14pt, d.honorific) }
  if d.bornOn != "" { linebreak(); v(1mm); text(size: 12pt, d.bornOn) }
}))
#v(1fr)
#fitted(84mm, (17pt, 16pt, 15pt, 14pt, 13pt, 12pt, 11pt, 10pt, 9pt), size =>
  text(size: size, { set align(if d.words.language == "ja" { left } else { center }); set par(leading: 1em, first-line-indent: (amount: if d.words.language == "ja" { 1em } else { 0em }, all: true), spacing: 1em); for part in d.bodyParts { par(runs(part)) } }))
#v(2fr)
#pad(left: 8mm, text(size: 16pt, { if d.completedOn != "" { text(size: 13pt, d.words.completedOn + "\u{3000}" + d.completedOn); linebreak(); text(size: 13pt, d.words.issuedOn + "\u{3000}" + d.issuedOn) } else { d.issuedOn } }))
#v(6mm)
#align(right, box(width: 100%, {
  align(left, pad(left: 30mm, right: 27mm, { text(size: 16pt, runs(d.issuerRuns)); linebreak(); text(size: 18pt, runs(d.headRuns)) }))
  place(right + horizon, dx: 1mm, dy: 0mm, seal(24mm))
}))
#v(10mm)
#line(length: 100%, stroke: 0.4pt + rgb("#999999"))
#v(1mm)
#let facts = { set par(leading: 0.65em); text(size: 9.5pt, { if d.qrPlace != "none" { d.words.verifyHint; linebreak() }; d.words.verifyCode + "  "; text(size: 12pt, tracking: 0.06em, d.verifyCode); linebreak(); text(size: 8pt, d.verifyUrl) }) }
#if d.qrPlace == "none" { facts } else if d.qrPlace == "right" {
  grid(columns: (1fr, 22mm), column-gutter: 6mm, align: (left + horizon, right + horizon), facts, qr(22mm))
} else {
  grid(columns: (22mm, 1fr), column-gutter: 6mm, align: (left + horizon, left + horizon), qr(22mm), facts)
}
`;

/**
 * 賞状: A4, vertical writing. The data give the position of each piece of a block, in one paragraph, in reading order.
 */
const vertical = `${shared}
#set page(width: d.page.width * 1mm, height: d.page.height * 1mm, margin: 0mm, background: { place(top + left, frame); watermark(140pt) })
#set par(leading: 0pt, spacing: 0pt, justify: false)
#let forms = (
  u: (size, p) => block(width: size, align(center, text(font: p.f, features: ("vert",), p.t))),
  b: (size, p) => block(width: size, align(center, scale(x: p.s * 100%, reflow: true, text(font: p.f, p.t)))),
  // Wide enough that nothing ends a line behind a hyphen: where words may part is decided by the data
  t: (size, p) => place(top + left, dx: size, rotate(90deg, origin: top + left, box(width: 2000mm, text(font: p.f, p.t)))))
#let piece(size, p) = box(width: 0pt, height: 0pt, place(top + left, dx: p.x * 1mm, dy: p.y * 1mm, (forms.at(p.k))(size, p)))
#let set-block(b) = place(top + left, { let size = b.size * 1mm
  set text(size: size, weight: if b.title { 600 } else { "regular" })
  set par(leading: b.gap * 1mm)
  let body = b.pieces.map(p => piece(size, p)).join()
  if b.title { heading(level: 1, outlined: false, body) } else { par(body) } })
#if "logo" in d { place(top + left, dx: d.logoAt.x * 1mm, dy: d.logoAt.y * 1mm, logo(13mm)) }
#d.blocks.map(set-block).join()
#place(top + left, dx: d.sealAt.x * 1mm, dy: d.sealAt.y * 1mm, seal(d.sealSize * 1mm))
#place(top + left, dx: d.verifyAt.x * 1mm, dy: d.verifyAt.y * 1mm, box(width: 26mm, align(center, {
  if d.qrPlace != "none" { qr(18mm); v(0.8mm) }
  set text(size: 6pt)
  par(d.words.verifyCode); v(0.5mm); par(text(size: 7.5pt, tracking: 0.04em, d.verifyCode))
})))
`;

/**
 * A card of 85.6 × 54 mm in the middle of the upper half of an A4 sheet, with crop marks. Name and 本文 shrink together
 * until they fit.
 */
const card = `${shared}
#let (wide, high) = (85.6mm, 54mm)
#set page(paper: "a4", margin: 0mm, background: {
  place(top + left, dx: 62.2mm, dy: 60mm, box(width: wide, height: high, { frame; watermark(40pt) }))
  for (x, y) in ((0, 0), (1, 0), (0, 1), (1, 1)) {
    let (cx, cy) = (62.2mm + x * wide, 60mm + y * high)
    place(top + left, dx: if x == 0 { cx - 6mm } else { cx + 1.5mm }, dy: cy, line(length: 4.5mm, stroke: 0.3pt + ink))
    place(top + left, dx: cx, dy: if y == 0 { cy - 6mm } else { cy + 1.5mm }, line(angle: 90deg, length: 4.5mm, stroke: 0.3pt + ink))
  }
  place(top + center, dy: 124mm, text(size: 8pt, fill: rgb("#555555"), d.words.cut))
})
#set par(leading: 0.4em, justify: false, spacing: 0.5em)
#let onLeft = d.qrPlace == "left"
#let side = if d.qrPlace == "none" { 0mm } else { 15.5mm }
#let nameSize = if d.nameLength <= 10 { 15pt } else if d.nameLength <= 18 { 12pt } else if d.nameLength <= 40 { 8.5pt } else { 6pt }
#let head = grid(columns: (auto, 1fr), align: (left + horizon, right + horizon), column-gutter: 2mm,
  { if "logo" in d { box(baseline: 25%, logo(5.5mm)); h(1.5mm) }
    box(heading(level: 1, outlined: false, text(size: if d.title.clusters().len() <= 5 { 12pt } else { 8.5pt }, tracking: d.titleTracking * 0.4em, display(d.titleRuns)))) },
  { text(size: 6pt, runs(d.numberRuns)); if d.copyLine != "" { linebreak(); text(size: 5.5pt, d.copyLine) } })
#let words(s) = {
  set par(leading: 0.35em)
  block(spacing: 0mm, {
    if d.kanaRuns.len() > 0 { text(size: 5pt * s, runs(d.kanaRuns)); linebreak() }
    text(size: nameSize * s, { runs(d.nameRuns); if d.honorific != "" { h(0.5em); text(size: calc.max(0.7 * nameSize, 6pt) * s, d.honorific) } })
    if d.bornOn != "" { linebreak(); text(size: 5.5pt * s, d.bornOn) }
  })
  v(1.7mm * s, weak: true)
  text(size: 7.2pt * s, { set par(leading: 0.5em); for part in d.bodyParts { par(runs(part)) } })
}
#place(top + left, dx: 62.2mm, dy: 60mm, box(width: wide, height: high, inset: (x: 6.7mm, top: 6.2mm, bottom: 5.9mm), {
  // What is left between the head and the QR code is the room of name and 本文
  grid(columns: 100%, rows: (auto, 1fr, 15.5mm), row-gutter: (1.2mm, 0.7mm), align: horizon, head,
    layout(room => fitted(room.height, (1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.54, 0.48, 0.42, 0.36), words)), [])
  place(bottom + (if onLeft { right } else { left }), block(width: 100% - side - (if side > 0mm { 2mm } else { 0mm }), {
    set par(leading: 0.45em)
    text(size: 6.3pt, { if d.completedOn != "" { d.words.completedOn + " " + d.completedOn + "\u{3000}" + d.words.issuedOn + " " + d.issuedOn } else { d.issuedOn } })
    v(0.9mm, weak: true)
    block(width: 100% - 9.5mm, spacing: 0mm, fitted(6.4mm, (6.5pt, 6pt, 5.5pt, 5pt, 4.5pt, 4pt, 3.5pt), size => text(size: size, { runs(d.issuerRuns); linebreak(); runs(d.headRuns) })))
    v(0.9mm, weak: true)
    text(size: 4.6pt, { d.words.verifyCode + " "; text(size: 5.4pt, tracking: 0.04em, d.verifyCode) })
  }))
  place(bottom + right, dx: if onLeft { 0mm } else { -side - (if side > 0mm { 1mm } else { 0mm }) }, seal(8.5mm))
  if side > 0mm { place(bottom + (if onLeft { left } else { right }), qr(side)) }
}))
`;

/** The source of each layout. */
export const sheetSources = { plain, portrait: vertical, landscape: vertical, card } as const;
