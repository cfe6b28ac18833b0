/**
 * The code under the QR code of a 修了証: ten letters and digits, 50 random bits (Crockford's base 32: none is mistaken for
 * another when it is read from paper).
 */
export const verifyCodeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const verifyCodeLength = 10;

const shape = new RegExp(`^[${verifyCodeAlphabet}]{${verifyCodeLength}}$`);

/**
 * A typed or scanned code, or undefined when it cannot be one. Forgiven: full-width, lower case, spaces, every kind of
 * hyphen and of other punctuation, O and 〇 for 0, I and L for 1, U for V, and the whole address of the QR code.
 */
export function parseVerifyCode(typed: string): string | undefined {
  const tail = /\/v\/([^/?#]+)/.exec(typed)?.[1] ?? typed;
  const code = tail
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[O〇○◯]/g, '0')
    .replace(/[IL|]/g, '1')
    .replace(/U/g, 'V')
    // ー is what a Japanese keyboard gives for a hyphen; Unicode calls it a letter
    .replace(/[\p{P}\p{S}\p{Z}\p{C}ー]/gu, '');
  return shape.test(code) ? code : undefined;
}
