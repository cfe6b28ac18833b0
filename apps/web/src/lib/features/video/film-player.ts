import type { FilmFailure } from './recovery.ts';

/** The address of a film and the kind of file there. */
export interface FilmAddress {
  url: string;
  hls: boolean;
}

/** The operations that the components around the film may use. */
export interface FilmPlayer {
  /** Sets the element's address; the previous one is discarded. */
  open(address: FilmAddress): void;
  /** Plays as soon as there is data; rejected if the browser requires a user gesture first. */
  play(): Promise<unknown>;
  /** Shows the captions of this language, or none. */
  showCaptions(language: string | null): void;
  toggleFullscreen(): void;
  dispose(): void;
}

/** Events reported by a player. */
export interface FilmEvents {
  /** `dead`: nothing more will load until another address is opened. */
  onFailure: (failure: FilmFailure | 'unknown', dead: boolean) => void;
  /** A segment of the film has arrived. */
  onArrival: () => void;
  onKey: (event: KeyboardEvent) => void;
}

/** Safari's own extensions. */
interface AppleVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
  webkitSupportsPresentationMode?: (mode: string) => boolean;
  webkitSetPresentationMode?: (mode: string) => void;
  webkitPresentationMode?: string;
}

/** The browser's own player and controls: on Safari and iOS, and in every browser where video.js did not load. */
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

/** Maps the error of an element; the codes are those of MediaError. */
export function failureOfElement(error: { code: number } | null | undefined): FilmFailure | 'unknown' {
  return error?.code === 3 ? 'decode' : 'unknown';
}

/** Shows the captions of one language; the others are not loaded. */
export function showTracks(tracks: ArrayLike<TextTrack>, language: string | null): void {
  for (let i = 0; i < tracks.length; i++) {
    const track = tracks[i];
    if (track?.kind === 'captions') track.mode = track.language === language ? 'showing' : 'disabled';
  }
}

/** Whether the browser supports picture-in-picture for the film. */
export function hasSmallWindow(element: HTMLVideoElement): boolean {
  const apple = element as AppleVideo;
  if (apple.webkitSupportsPresentationMode?.('picture-in-picture')) return true;
  return document.pictureInPictureEnabled === true && 'requestPictureInPicture' in element;
}

/** Opens or closes picture-in-picture. If the browser refuses, the film stays where it is. */
export function toggleSmallWindow(element: HTMLVideoElement): void {
  const apple = element as AppleVideo;
  if (apple.webkitSetPresentationMode && apple.webkitSupportsPresentationMode?.('picture-in-picture'))
    apple.webkitSetPresentationMode(
      apple.webkitPresentationMode === 'picture-in-picture' ? 'inline' : 'picture-in-picture',
    );
  else if (document.pictureInPictureElement) void document.exitPictureInPicture().catch(() => undefined);
  else void element.requestPictureInPicture().catch(() => undefined);
}
