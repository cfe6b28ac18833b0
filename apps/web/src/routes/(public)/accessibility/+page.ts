import { accessibility } from '#lib/i18n/messages/ja/accessibility.ts';

export const load = () => ({ title: accessibility.title });
