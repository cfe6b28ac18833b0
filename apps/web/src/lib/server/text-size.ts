import type { Cookies } from '@sveltejs/kit';

export const textSizes = ['normal', 'large', 'xlarge'] as const;
export type TextSize = (typeof textSizes)[number];

const cookieName = 'kizuna_text_size';
const yearInSeconds = 365 * 24 * 60 * 60;

/** The size the person chose; 標準 when none or an unknown one. */
export function textSizeOf(cookies: Cookies): TextSize {
  const value = cookies.get(cookieName);
  return textSizes.find((size) => size === value) ?? 'normal';
}

/** Keeps the choice for a year. Read by the server only, so HttpOnly. */
export function saveTextSize(cookies: Cookies, size: TextSize, secure: boolean): void {
  cookies.set(cookieName, size, {
    path: '/',
    maxAge: yearInSeconds,
    httpOnly: true,
    sameSite: 'lax',
    secure,
  });
}

/** The class on <html>; see tokens/semantic.css. */
export function textSizeClass(size: TextSize): string {
  return `text-${size}`;
}
