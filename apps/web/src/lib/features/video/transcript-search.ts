/** A part of a caption; `hit`: the index of the match in the whole text, from 0, if this part is a match. */
export interface TextPart {
  text: string;
  hit: number | null;
}

/** Normalises text for a search: width, case and the kind of kana make no difference. */
export function searchable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/**
 * Characters with the marks that follow them: combining marks, and half-width signs that belong to the kana before
 * them.
 */
const letters = /\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gsu;

/**
 * Splits every text at the matches of the word. Comparison uses `searchable`, the original is shown; a line break
 * inside a caption does not prevent a match.
 */
export function findIn(texts: readonly string[], word: string): { parts: TextPart[][]; hits: number } {
  const wanted = searchable(word).replace(/\s+/g, '');
  let hits = 0;
  const parts = texts.map((text) => {
    if (wanted === '') return [{ text, hit: null }];
    const cut: TextPart[] = [];
    let shown = 0;
    for (const [from, to] of placesOf(text, wanted)) {
      if (from > shown) cut.push({ text: text.slice(shown, from), hit: null });
      cut.push({ text: text.slice(from, to), hit: hits++ });
      shown = to;
    }
    if (shown < text.length || cut.length === 0) cut.push({ text: text.slice(shown), hit: null });
    return cut;
  });
  return { parts, hits };
}

/** Start and end of each match in the original, without overlaps. */
function placesOf(text: string, wanted: string): [number, number][] {
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: letter, index } of text.matchAll(letters)) {
    for (const unit of searchable(letter).replace(/\s+/g, '')) {
      for (let i = 0; i < unit.length; i++) {
        starts.push(index);
        ends.push(index + letter.length);
      }
      plain += unit;
    }
  }
  const places: [number, number][] = [];
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
    const from = starts[at] ?? 0;
    const to = ends[at + wanted.length - 1] ?? text.length;
    const before = places[places.length - 1];
    if (!before || from >= before[1]) places.push([from, to]);
  }
  return places;
}
