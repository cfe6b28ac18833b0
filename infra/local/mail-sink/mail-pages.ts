import type { StoredMail } from './mail-store.ts';

const STYLE = `body{font-family:"BIZ UDPGothic","Noto Sans JP",sans-serif;font-size:18px;line-height:1.7;color:#1a1a1c;background:#fff;max-width:50rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;line-height:1.4;overflow-wrap:anywhere}
a{color:#0017c1;text-underline-offset:.2em;overflow-wrap:anywhere}a:focus-visible{outline:4px solid #000;outline-offset:2px;background:#ffd43d}
ul{list-style:none;padding:0;border-top:1px solid #949494}li{border-bottom:1px solid #949494}
li a{display:block;padding:.75rem .25rem;min-height:48px}.sub{color:#4d4d4d;font-size:1rem;overflow-wrap:anywhere}
pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;background:#f8f8fb;padding:1rem;border-left:4px solid #0017c1}`;

/** The Content-Security-Policy of every page here: no scripts, nothing loaded, only its own style. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The list of mails, newest first. */
export function listPage(mails: StoredMail[]): string {
  const items = mails
    .map(
      (mail) =>
        `<li><a href="/mails/${mail.id}">${escape(mail.subject || '(件名なし)')}</a><div class="sub">${escape(mail.to)} ・ ${when(mail.receivedAt)}</div></li>`,
    )
    .join('\n');
  const body = mails.length
    ? `<ul>${items}</ul>`
    : '<p>まだメールはありません。送られたメールはここに並びます。</p>';
  return page(
    '送られたメール',
    `<h1>送られたメール</h1><p>外には送らず、この機械の中にためています。新しい順です。</p>${body}`,
  );
}

/** One mail as text; its web addresses are links. */
export function mailPage(mail: StoredMail): string {
  const subject = mail.subject || '(件名なし)';
  return page(
    subject,
    `<p><a href="/">一覧にもどる</a></p><h1>${escape(subject)}</h1>
<p class="sub">宛先:${escape(mail.to)}<br>差出人:${escape(mail.from)}<br>受け取った日時:${when(mail.receivedAt)}</p>
<pre>${withLinks(mail.text)}</pre>`,
  );
}

/** The page for an unknown address. */
export function notFoundPage(): string {
  return page('見つかりません', '<h1>このメールは見つかりません</h1><p><a href="/">一覧にもどる</a></p>');
}

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)}</title><style>${STYLE}</style></head><body><main>${main}</main></body></html>`;
}

function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[\w\-./?%&=#:~+,;@!$*()]*[\w\-/=&#~+])/)
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escape(part)}" rel="noreferrer">${escape(part)}</a>` : escape(part),
    )
    .join('');
}

function escape(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (character) => names[character] ?? character);
}

function when(iso: string): string {
  return new Intl.DateTimeFormat('ja-JP', {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'Asia/Tokyo',
  }).format(new Date(iso));
}
