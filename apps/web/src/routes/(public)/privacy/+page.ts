import { privacy } from '#lib/i18n/messages/ja/privacy.ts';

export const load = () => ({ title: privacy.title });
