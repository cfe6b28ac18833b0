/** Replaces characters that Shift_JIS (CP932) does not have: the geta mark of Japanese printers. */
export const substitute = '\u3013';

/** The same characters under different code points: Windows and other systems map them differently. */
const twins: Readonly<Record<string, string>> = {
  '\u00a2': '\uffe0',
  '\u00a3': '\uffe1',
  '\u00a5': '\\',
  '\u00ac': '\uffe2',
  '\u2014': '\u2015',
  '\u2016': '\u2225',
  '\u203e': '~',
  '\u2212': '\uff0d',
  '\u301c': '\uff5e',
};

/** A base character with its marks and variation selectors counts as one character. */
const clusters = /\P{M}\p{M}*|\p{M}+/gsu;

export interface ShiftJisText {
  bytes: Buffer;
  /** The characters that could not be encoded, each once, in order of first occurrence. */
  unfit: string[];
}

/** Encodes a text as Shift_JIS. Variant characters are not replaced by similar ones: the substitute is used instead. */
export function toShiftJis(text: string): ShiftJisText {
  const bytes: number[] = [];
  const unfit = new Set<string>();
  for (const [cluster] of text.matchAll(clusters)) {
    const code = codeOf(cluster);
    if (code === undefined) unfit.add(cluster);
    const written = code ?? codes().get(substitute)!;
    if (written > 0xff) bytes.push(written >> 8);
    bytes.push(written & 0xff);
  }
  return { bytes: Buffer.from(bytes), unfit: [...unfit] };
}

/** The text as it will be read in Shift_JIS, with substitutes. */
export function asShiftJis(text: string): string {
  return text.replace(clusters, (cluster) => (codeOf(cluster) === undefined ? substitute : cluster));
}

function codeOf(cluster: string): number | undefined {
  const character = twins[cluster] ?? cluster;
  if (character.length === 1 && character < '\u0080') return character.charCodeAt(0);
  const code = codes().get(character);
  if (code !== undefined || cluster.length === 1) return code;
  // A letter and its mark may share one code; a composed form that is another letter must not be used
  const composed = cluster.normalize('NFC');
  return composed.length === 1 && composed.normalize('NFD') === cluster ? codes().get(composed) : undefined;
}

let table: Map<string, number> | undefined;

/** All characters of CP932 with their codes, read from the platform's decoder. The first code is the usual one. */
function codes(): Map<string, number> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('shift_jis');
  for (let single = 0xa1; single <= 0xdf; single += 1)
    table.set(decoder.decode(Uint8Array.of(single)), single);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if (lead > 0x9f && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length !== 1 || text === '\ufffd' || isPrivate(text) || isSecondCopy(lead)) continue;
      if (!table.has(text)) table.set(text, lead * 0x100 + trail);
    }
  }
  return table;
}

/** Private-use characters (外字) of a single computer. */
function isPrivate(text: string): boolean {
  return text >= '\ue000' && text <= '\uf8ff';
}

/** NEC selected IBM extensions (rows 89 to 92): Windows writes them with their other code. */
function isSecondCopy(lead: number): boolean {
  return lead === 0xed || lead === 0xee;
}
