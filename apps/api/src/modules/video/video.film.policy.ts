import { captionLanguageName } from '@kizuna/shared/rules/caption-languages';
import type { CaptionTrack } from '@kizuna/shared/contracts/video';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';

/** A film in the blob store: paths are relative to `scope`. Written by transcoding, or by the import of a folder. */
export interface StoredFilm {
  scope: string;
  durationMs: number;
  /** Pixels; 0 if an older import did not measure it. */
  width: number;
  height: number;
  sizeBytes: number;
  rungs: { height: number; width: number; bitsPerSecond: number }[];
  /** Master playlist, and the lowest rung alone; null for a film without a ladder. */
  hls: string | null;
  hlsSmall: string | null;
  film: string;
  poster: string;
  thumbnails: string | null;
}

/** Creates the signed address of a file; implemented by platform/delivery. */
export type AddressOf = (scope: string, path: string) => string;

/** The address of one file by its key: its folder is the scope of the ticket. */
export function addressOfKey(addressOf: AddressOf, blobKey: string): string {
  const end = blobKey.lastIndexOf('/');
  return addressOf(blobKey.slice(0, end), blobKey.slice(end + 1));
}

/** Maps captions to the track for the player. */
export function toCaptionTrack(
  addressOf: AddressOf,
  track: { language: CaptionLanguage; blobKey: string },
): CaptionTrack {
  return {
    language: track.language,
    label: captionLanguageName(track.language),
    url: addressOfKey(addressOf, track.blobKey),
  };
}

/** The inputs for the decision on publication. */
export interface PublicationFacts {
  hasFilm: boolean;
  captionLanguages: readonly CaptionLanguage[];
}

/** Why a film cannot be published yet; empty if it can. */
export function obstaclesOf({ hasFilm, captionLanguages }: PublicationFacts) {
  return [
    ...(hasFilm ? [] : (['no_film'] as const)),
    ...(captionLanguages.includes('ja') ? [] : (['no_japanese_captions'] as const)),
  ];
}

/** Whether the address may change: the QR code of a film that was ever published may be on paper. */
export function mayChangeSlug(publishedAt: Date | null): boolean {
  return publishedAt === null;
}

/** The inputs for linking a digest to a long film. */
export interface DigestFacts {
  videoId: string | null;
  version: 'long' | 'digest';
  /** The film named as the long one; null if there is no such film. */
  long: { version: 'long' | 'digest'; digestId: string | null } | null;
}

/** Whether a film may be the digest of another: that one must be long and have no other digest. */
export function mayBeDigestOf({ videoId, version, long }: DigestFacts): boolean {
  if (version !== 'digest' || long?.version !== 'long') return false;
  return long.digestId === null || long.digestId === videoId;
}

/** Scopes whose files may be deleted as a whole: those of one film or caption file, never a folder of many. */
export function isOwnScope(prefix: string): boolean {
  return /^(films|captions)\/[0-9a-f]{16,64}$/.test(prefix);
}
