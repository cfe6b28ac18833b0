/** A name as it will appear on the certificate. */
export interface NameSheet {
  /** Pieces of the name, each with the font that draws it; a character that no font has is a piece without one. */
  parts: { family: string | null; text: string; mayBreak?: true }[];
  length: number;
}

/**
 * A name by itself, in the certificate's font, as a picture. What cannot be drawn is an empty frame: never another
 * person's character. Long names wrap as on the paper.
 */
export const nameSheetSource = `
#let d = json(bytes(sys.inputs.at("data")))
#let size = if d.length <= 6 { 56pt } else if d.length <= 10 { 44pt } else if d.length <= 18 { 30pt } else if d.length <= 40 { 20pt } else { 15pt }
#set page(width: if d.length <= 10 { auto } else { 150mm }, height: auto, margin: (x: 3mm, y: 4mm), fill: none)
#set text(size: size, cjk-latin-spacing: none, fill: rgb("#1a1a1a"))
#set par(leading: 0.5em)
#for part in d.parts {
  if part.family == none { box(width: 0.86em, height: 0.86em, baseline: 0.08em, stroke: (paint: rgb("#9a1b1b"), thickness: 1.2pt, dash: "dashed")) }
  else { if part.at("mayBreak", default: false) { h(0.01pt) }; text(font: part.family, part.text) }
}
`;
