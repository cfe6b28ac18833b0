import type { CaptionLanguage } from '../vocabulary/video.js';

/** The name of each caption language in that language itself; never translated. */
const ownNames: Record<CaptionLanguage, string> = {
  ja: '日本語',
  'ja-x-easy': 'やさしい日本語',
  en: 'English',
  'zh-Hans': '简体中文',
  ko: '한국어',
  vi: 'Tiếng Việt',
  pt: 'Português',
  fil: 'Filipino',
  id: 'Bahasa Indonesia',
  th: 'ภาษาไทย',
  es: 'Español',
  ne: 'नेपाली',
};

/** The name of a caption language in that language. */
export function captionLanguageName(language: CaptionLanguage): string {
  return ownNames[language];
}
