/** How a film comes to the screen: HLS by the browser itself, HLS by video.js, one MP4; none: the browser cannot. */
export type WayToPlay = 'native' | 'vhs' | 'file' | 'none';

/** What a browser says of itself. */
export interface Abilities {
  /** `canPlayType` of an HLS playlist. */
  hls: boolean;
  /** `canPlayType` of H.264 with AAC in an MP4. */
  mp4: boolean;
  /** Media Source Extensions that take H.264. */
  mediaSource: boolean;
  /** Safari and every browser of iOS. */
  apple: boolean;
}

/**
 * Apple's own HLS where the browser is Apple's (the only one there is on an iPhone; full screen and picture-in-picture
 * are the system's). Elsewhere video.js: the HLS inside other browsers is young, and on old Android tablets it breaks
 * off. Without either the MP4.
 */
export function wayToPlay(abilities: Abilities, hlsUrl: string | null): WayToPlay {
  if (!abilities.mp4) return 'none';
  if (hlsUrl === null) return 'file';
  if (abilities.hls && (abilities.apple || !abilities.mediaSource)) return 'native';
  return abilities.mediaSource ? 'vhs' : 'file';
}

const film = 'video/mp4; codecs="avc1.64001f, mp4a.40.2"';

/** Asks the browser. */
export function abilitiesOf(element: HTMLVideoElement): Abilities {
  return {
    hls: element.canPlayType('application/vnd.apple.mpegurl') !== '',
    mp4: element.canPlayType(film) !== '',
    mediaSource: typeof MediaSource === 'function' && MediaSource.isTypeSupported(film),
    apple: navigator.vendor.startsWith('Apple'),
  };
}
