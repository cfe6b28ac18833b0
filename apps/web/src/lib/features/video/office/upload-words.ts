import { filmUpload as m } from '#lib/i18n/messages/ja/film-upload.ts';
import { t } from '#lib/i18n/t.ts';
import { formatBytes } from './film-words.ts';

/** 「あと約3分」: rounded as in conversation, never down to zero. */
export function leftWords(seconds: number | null): string {
  if (seconds === null) return m.leftUnknown;
  if (seconds < 60) return t(m.leftSeconds, { seconds: Math.max(5, Math.ceil(seconds / 5) * 5) });
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return t(m.leftMinutes, { minutes });
  return t(m.leftHours, { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** 「45%、158 MB / 350 MB」 */
export function sentWords(sentBytes: number, sizeBytes: number, percent: number): string {
  return t(m.sent, { percent, sent: formatBytes(sentBytes), size: formatBytes(sizeBytes) });
}
