import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { asShiftJis, substitute, toShiftJis } from './shift-jis.policy.js';

const read = (bytes: Buffer) => new TextDecoder('shift_jis', { fatal: true }).decode(bytes);

describe('a text in Shift_JIS', () => {
  it.each([
    ['古河 花子', '8cc389cd2089d48e71'],
    ['髙橋 﨑山', 'fbfc8bb420fab18e52'],
    ['ｺｶﾞ①㈱', 'bab6de8740878a'],
    ['ABC,"1"\r\n', '4142432c2231220d0a'],
    ['か\u3099は\u309a', '82aa82cf'],
    ['1〜2−3—4‖¥', '318160328 17c33815c34816 15c'.replaceAll(' ', '')],
  ])('%j is %s', (text, hex) => {
    const { bytes, unfit } = toShiftJis(text);
    expect([bytes.toString('hex'), unfit]).toEqual([hex, []]);
    expect(asShiftJis(text)).toBe(text);
  });

  it.each([
    ['\u{20bb7}田', ['\u{20bb7}'], '〓田'],
    ['葛\u{e0100}城', ['葛\u{e0100}'], '〓城'],
    ['渡\u9089\u{e0101}', ['邉\u{e0101}'], '渡〓'],
    ['José', ['é'], 'Jos〓'],
    ['神\ufe00', ['神\ufe00'], '〓'],
    ['\u{20bb7}野\u{20bb7}', ['\u{20bb7}'], '〓野〓'],
    ['か\u309a', ['か\u309a'], '〓'],
    ['👵🏻', ['👵', '🏻'], '〓〓'],
    ['\ue000', ['\ue000'], '〓'],
  ])('%j lacks %j and reads %s', (text, unfit, shown) => {
    const written = toShiftJis(text);
    expect(written.unfit).toEqual(unfit);
    expect(read(written.bytes)).toBe(shown);
    expect(asShiftJis(text)).toBe(shown);
  });

  it('never adds a question mark, and reports everything it could not encode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { bytes, unfit } = toShiftJis(text);
        const shown = read(bytes);
        expect(shown.replaceAll(/[^?]/g, '').length).toBe(text.replaceAll(/[^?]/g, '').length);
        expect(shown.includes(substitute)).toBe(unfit.length > 0 || text.includes(substitute));
        if (unfit.length === 0) expect(shown.normalize('NFKC')).toBe(text.normalize('NFKC'));
      }),
    );
  });

  it('gives back every character that it can write', () => {
    const decoder = new TextDecoder('shift_jis');
    for (let code = 0x8140; code <= 0xfc4b; code += 1) {
      const text = decoder.decode(Uint8Array.of(code >> 8, code & 0xff));
      if (text.length !== 1 || text === '\ufffd' || (text >= '\ue000' && text <= '\uf8ff')) continue;
      expect(read(toShiftJis(text).bytes)).toBe(text);
    }
  });
});
