/** How a film is played: HLS by the browser itself, HLS by video.js, one MP4; none: the browser cannot play it. */
export type WayToPlay = 'native' | 'vhs' | 'file' | 'none';

/** The capabilities that a browser reports. */
export interface Abilities {
  /** `canPlayType` for an HLS playlist. */
  hls: boolean;
  /** `canPlayType` for H.264 with AAC in an MP4. */
  mp4: boolean;
  /** Media Source Extensions that accept H.264. */
  mediaSource: boolean;
  /** Safari, and every browser on iOS. */
  apple: boolean;
}

/**
 * Apple browsers use their own HLS (the only one on an iPhone; full screen and picture-in-picture are the system's).
 * Others use video.js: native HLS in them is recent, and breaks off on old Android tablets. Without either, the MP4.
 */
export function wayToPlay(abilities: Abilities, hlsUrl: string | null): WayToPlay {
  if (!abilities.mp4) return 'none';
  if (hlsUrl === null) return 'file';
  if (abilities.hls && (abilities.apple || !abilities.mediaSource)) return 'native';
  return abilities.mediaSource ? 'vhs' : 'file';
}

const film = 'video/mp4; codecs="avc1.64001f, mp4a.40.2"';

/** Reads the capabilities of the browser. */
export function abilitiesOf(element: HTMLVideoElement): Abilities {
  return {
    hls: element.canPlayType('application/vnd.apple.mpegurl') !== '',
    mp4: element.canPlayType(film) !== '',
    mediaSource: typeof MediaSource === 'function' && MediaSource.isTypeSupported(film),
    apple: navigator.vendor.startsWith('Apple'),
  };
}
