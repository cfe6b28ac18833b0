import type { OfficeVideoSummary, OfficeVideoView } from '@kizuna/shared/contracts/video';
import { videoOffice as m } from '#lib/i18n/messages/ja/video-office.ts';

/** The next thing that the office has to do for a film, with a link. */
export interface NextThing {
  label: string;
  href: string;
  /** nothing is missing any more */
  done: boolean;
}

/** What comes next for a film: its file, waiting, captions, publication, its QR code. */
export function nextOf(film: OfficeVideoSummary): NextThing {
  const here = `/office/videos/${film.videoId}`;
  const state = film.transcode?.state;
  const todo = (label: string, href = here) => ({ label, href, done: false });
  if (state === 'waiting' || state === 'running') return todo(m.nexts.wait);
  if (state === 'failed') return todo(m.nexts.again, `${here}/file`);
  if (film.durationMs === null) return todo(m.nexts.upload, `${here}/file`);
  if (!film.captionLanguages.includes('ja')) return todo(m.nexts.captions, `${here}/captions/ja`);
  if (film.state === 'draft') return todo(m.nexts.publish, `${here}/preview`);
  const href = film.audience === 'public' ? `${here}/qr` : here;
  return { label: film.audience === 'public' ? m.nexts.qr : m.nexts.look, href, done: true };
}

/**
 * Films in the order of the office's list: every long film followed by its digests, then digests without a long film.
 */
export function withDigestsBeneath<F extends OfficeVideoSummary>(films: readonly F[]): F[] {
  const ids = new Set<string>(films.map((film) => film.videoId));
  const beneath = (film: F) => film.digestOf !== null && ids.has(film.digestOf);
  return films
    .filter((film) => !beneath(film))
    .flatMap((film) => [film, ...films.filter((each) => each.digestOf === film.videoId)]);
}

/** Formats bytes as file managers do, 「350 MB」 (decimal units). */
export function formatBytes(bytes: number): string {
  const [unit, size] = bytes >= 1e9 ? ['GB', 1e9] : bytes >= 1e6 ? ['MB', 1e6] : ['KB', 1e3];
  const value = bytes / size;
  return `${value >= 100 || size === 1e3 ? Math.ceil(value) : Math.round(value * 10) / 10} ${unit}`;
}

/** 「360p・720p」 */
export function rungsWords(rungs: OfficeVideoView['rungs']): string {
  return rungs.map((rung) => `${rung.height}p`).join('・');
}

/**
 * A free address for a new film: a digest derives it from its long film, other films from the day.
 * @param day civil date `YYYY-MM-DD`
 */
export function proposedSlug(
  film: { version: string; digestOf: string | null },
  films: readonly OfficeVideoSummary[],
  day: string,
): string {
  const parent = films.find((each) => each.videoId === film.digestOf);
  const stem = parent ? parent.slug.replace(/-long$/, '').slice(0, 48) : `film-${day.replaceAll('-', '')}`;
  const taken = new Set(films.map((each) => each.slug));
  const base = `${stem}-${film.version}`;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
