/**
 * The code printed below the QR code of a 修了証: ten letters and digits, 50 random bits (Crockford's base 32, which
 * has no characters that look alike on paper).
 */
export const verifyCodeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const verifyCodeLength = 10;

const shape = new RegExp(`^[${verifyCodeAlphabet}]{${verifyCodeLength}}$`);

/**
 * Normalises a typed or scanned code; undefined if it cannot be one. Accepted: full-width, lower case, spaces, hyphens
 * and other punctuation of any kind, O and 〇 for 0, I and L for 1, U for V, and the whole address from the QR code.
 */
export function parseVerifyCode(typed: string): string | undefined {
  const tail = /\/v\/([^/?#]+)/.exec(typed)?.[1] ?? typed;
  const code = tail
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[O〇○◯]/g, '0')
    .replace(/[IL|]/g, '1')
    .replace(/U/g, 'V')
    // A Japanese keyboard produces ー for a hyphen; Unicode classifies it as a letter
    .replace(/[\p{P}\p{S}\p{Z}\p{C}ー]/gu, '');
  return shape.test(code) ? code : undefined;
}
