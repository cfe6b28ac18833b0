import type { FontRun } from '../glyphs/glyphs.js';

/** The addressee of an envelope. Lines that cannot be drawn are empty: they are written by hand. */
export interface EnvelopeAddress {
  /** Seven digits, or none. */
  postalCode: string[];
  address: FontRun[];
  name: FontRun[];
  nameLength: number;
  /** Written top to bottom, in columns from right to left. */
  addressColumns: FontRun[][];
  nameColumns: FontRun[][];
}

export interface EnvelopeSheet {
  people: EnvelopeAddress[];
  sender: FontRun[];
}

const shared = `
#let d = json(bytes(sys.inputs.at("data")))
#set text(font: "Noto Serif JP", lang: "ja", cjk-latin-spacing: none)
#let said(runs) = for run in runs {
  if run.at("mayBreak", default: false) { h(0.01pt) }
  text(font: run.family, run.text)
}
`;

/** 長形3号 (120 × 235 mm), written top to bottom; the digits of the postal code go into the printed boxes. */
export const envelopeSheetSource = `${shared}
#set document(title: "封筒(長形3号)")
#let column(runs, size, step) = stack(dir: ttb, spacing: 0pt, ..runs.map(run =>
  box(width: size * 1.2, height: size * step, align(center + horizon, text(size: size, font: run.family, features: ("vert",), run.text)))))
#let columns-of(all, size, step, gap) = stack(dir: rtl, spacing: gap, ..all.map(each => column(each, size, step)))
#let frames = (0mm, 7mm, 14mm, 21.6mm, 28.4mm, 35.2mm, 42mm)
#set page(width: 120mm, height: 235mm, margin: 0mm)
#for (at, person) in d.people.enumerate() {
  if at > 0 { pagebreak() }
  for (digit, x) in person.postalCode.zip(frames) {
    place(top + left, dx: 65.7mm + x, dy: 12.4mm, box(width: 5.7mm, height: 8mm, align(center + horizon, text(size: 14pt, digit))))
  }
  place(top + right, dx: -12mm, dy: 34mm, columns-of(person.addressColumns, 14pt, 1.12, 2mm))
  let size = if person.nameLength <= 8 { 27pt } else if person.nameLength <= 14 { 20pt } else { 13pt }
  if person.nameColumns.len() > 0 {
    place(top + center, dy: 52mm, columns-of(person.nameColumns, size, 1.2, 2mm))
  } else {
    place(top + center, dy: 190mm, text(size: 24pt)[様])
  }
  place(bottom + left, dx: 12mm, dy: -18mm, column(d.sender, 9.5pt, 1.1))
}
`;

/** A4 with twelve labels (86.4 × 42.3 mm), in two columns. */
export const labelSheetSource = `${shared}
#set document(title: "宛名ラベル(A4・12面)")
#set page(paper: "a4", margin: (x: 18.6mm, y: 21.6mm))
#grid(columns: (86.4mm, 86.4mm), rows: 42.3mm, ..d.people.map(person => box(width: 100%, height: 100%, inset: (x: 6mm, y: 4mm), clip: true)[
  #set par(leading: 0.4em)
  #if person.postalCode.len() == 7 [#text(size: 10pt)[〒#person.postalCode.slice(0, 3).join()-#person.postalCode.slice(3).join()]] else [#text(size: 10pt)[〒]]
  #v(1.2mm, weak: true)
  #block(height: 12mm, width: 100%, text(size: 9.5pt, said(person.address)))
  #let size = if person.nameLength <= 10 { 15pt } else if person.nameLength <= 24 { 11pt } else { 8pt }
  #align(bottom)[#if person.name.len() > 0 [#text(size: size, said(person.name))] else [#h(40mm)]#h(3mm)#text(size: 12pt)[様]]
]))
`;

/** The honorific after a name. */
export const envelopeHonorific = '様';
