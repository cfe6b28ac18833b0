import { help } from '#lib/i18n/messages/ja/help.ts';

export const load = () => ({ title: help.title });
