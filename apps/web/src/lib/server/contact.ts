import { site } from '#lib/i18n/messages/ja/site.ts';

/** Whom to call, on every page a resident sees. */
export const contact = { phone: site.phone, hours: site.hours };
