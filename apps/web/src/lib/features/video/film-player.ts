import type { FilmFailure } from './recovery.ts';

/** Where a film is: one address, and what lies there. */
export interface FilmAddress {
  url: string;
  hls: boolean;
}

/** What the parts around the film may do with it. */
export interface FilmPlayer {
  /** Gives the element an address; it forgets what was there. */
  open(address: FilmAddress): void;
  /** Plays as soon as there is something to play; refused where the browser wants a press first. */
  play(): Promise<unknown>;
  /** Shows the captions of this language, or none. */
  showCaptions(language: string | null): void;
  toggleFullscreen(): void;
  dispose(): void;
}

/** What a player says by itself. */
export interface FilmEvents {
  /** `dead`: nothing more comes before another address is opened. */
  onFailure: (failure: FilmFailure | 'unknown', dead: boolean) => void;
  /** A piece of the film has arrived. */
  onArrival: () => void;
  onKey: (event: KeyboardEvent) => void;
}

/** What only Safari has. */
interface AppleVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
  webkitSupportsPresentationMode?: (mode: string) => boolean;
  webkitSetPresentationMode?: (mode: string) => void;
  webkitPresentationMode?: string;
}

/** The browser's own player and controls: Safari and iOS, and every browser where video.js did not arrive. */
export function nativePlayer(element: HTMLVideoElement, { onFailure, onArrival }: FilmEvents): FilmPlayer {
  const failed = () => onFailure(failureOfElement(element.error), true);
  element.addEventListener('error', failed);
  element.addEventListener('progress', onArrival);
  element.controls = true;
  return {
    open: ({ url }) => {
      if (element.currentSrc === url || element.src === url) element.load();
      else element.src = url;
    },
    play: () => element.play(),
    showCaptions: (language) => showTracks(element.textTracks, language),
    toggleFullscreen: () => {
      const apple = element as AppleVideo;
      if (document.fullscreenElement) void document.exitFullscreen();
      else if ('requestFullscreen' in element) void element.requestFullscreen().catch(() => undefined);
      else apple.webkitEnterFullscreen?.();
    },
    dispose: () => {
      element.removeEventListener('error', failed);
      element.removeEventListener('progress', onArrival);
    },
  };
}

/** What an element's error means; the codes are those of MediaError. */
export function failureOfElement(error: { code: number } | null | undefined): FilmFailure | 'unknown' {
  return error?.code === 3 ? 'decode' : 'unknown';
}

/** Shows the captions of one language; the others are not even loaded. */
export function showTracks(tracks: ArrayLike<TextTrack>, language: string | null): void {
  for (let i = 0; i < tracks.length; i++) {
    const track = tracks[i];
    if (track?.kind === 'captions') track.mode = track.language === language ? 'showing' : 'disabled';
  }
}

/** Whether the film can lie in a small window of its own above other pages. */
export function hasSmallWindow(element: HTMLVideoElement): boolean {
  const apple = element as AppleVideo;
  if (apple.webkitSupportsPresentationMode?.('picture-in-picture')) return true;
  return document.pictureInPictureEnabled === true && 'requestPictureInPicture' in element;
}

/** Opens or closes the small window. A refusal of the browser leaves the film where it is. */
export function toggleSmallWindow(element: HTMLVideoElement): void {
  const apple = element as AppleVideo;
  if (apple.webkitSetPresentationMode && apple.webkitSupportsPresentationMode?.('picture-in-picture'))
    apple.webkitSetPresentationMode(
      apple.webkitPresentationMode === 'picture-in-picture' ? 'inline' : 'picture-in-picture',
    );
  else if (document.pictureInPictureElement) void document.exitPictureInPicture().catch(() => undefined);
  else void element.requestPictureInPicture().catch(() => undefined);
}
