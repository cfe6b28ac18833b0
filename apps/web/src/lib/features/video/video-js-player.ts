import { player as words } from '#lib/i18n/messages/ja/player.ts';
import { failureOfElement, showTracks, type FilmEvents, type FilmPlayer } from './film-player.ts';
import { failureOf } from './recovery.ts';

/** The part of a VHS request report that is used here. */
interface PieceAnswer {
  statusCode?: number;
}

/** Settings of video.js. Texts are ours; its own messages are disabled. */
const options = {
  language: 'ja',
  controls: true,
  fill: true,
  preload: 'none',
  // the page shows its own messages below the film (FilmNotes.svelte)
  errorDisplay: false,
  experimentalSvgIcons: true,
  playbackRates: [],
  controlBar: {
    children: [
      'playToggle',
      'currentTimeDisplay',
      'progressControl',
      'durationDisplay',
      'volumePanel',
      'fullscreenToggle',
    ],
    volumePanel: { inline: false },
  },
  html5: {
    // on a slow connection, start with the smallest picture and improve, never the other way round
    vhs: { overrideNative: true, enableLowInitialPlaylist: true, playlistExclusionDuration: 15 },
    // emulated, so that captions look the same and follow the chosen size in every browser with media sources
    preloadTextTracks: false,
  },
  textTrackSettings: false,
};

/**
 * Sets up video.js on a <video>; `hls` also loads its streaming part. Until then, and without JavaScript, the browser's
 * own controls are used. Injects nothing that the page's CSP forbids: no <style> elements, no icon font.
 */
export async function videoJsPlayer(
  element: HTMLVideoElement,
  hls: boolean,
  { onFailure, onArrival, onKey }: FilmEvents,
): Promise<FilmPlayer> {
  Object.assign(window, { VIDEOJS_NO_DYNAMIC_STYLE: true });
  const [{ default: videojs }] = await Promise.all([
    import('./video-js.ts'),
    hls ? import('./video-js-hls.ts') : undefined,
  ]);
  videojs.log.level('off');
  videojs.addLanguage('ja', words.vjs);
  element.controls = true;
  const player = videojs(element, { ...options, userActions: { hotkeys: onKey } });
  const onPiece = (request: { aborted?: boolean }, error: unknown, answer: PieceAnswer | undefined) => {
    if (request.aborted) return;
    const failure = failureOf(answer?.statusCode ?? 0);
    if (failure) onFailure(failure, false);
    else if (!error) onArrival();
  };
  const pieces = (videojs as unknown as { Vhs?: Pieces }).Vhs?.xhr;
  pieces?.onResponse(onPiece);
  player.on('error', () => onFailure(failureOfElement(player.error()), true));
  player.on('progress', () => !hls && onArrival());
  let shown: string | null = null;
  const applyCaptions = () => showTracks(player.textTracks() as unknown as ArrayLike<TextTrack>, shown);
  // with every new address video.js selects captions by itself
  player.on(['loadstart', 'loadedmetadata'], applyCaptions);
  return {
    open: ({ url, hls: list }) => {
      player.error(null as never); // clears an earlier error
      player.src({ src: url, type: list ? 'application/x-mpegURL' : 'video/mp4' });
    },
    play: () => Promise.resolve(player.play()),
    showCaptions: (language) => {
      shown = language;
      applyCaptions();
    },
    toggleFullscreen: () => {
      if (player.isFullscreen()) void player.exitFullscreen();
      else void player.requestFullscreen();
    },
    dispose: () => {
      pieces?.offResponse(onPiece);
      player.dispose();
    },
  };
}

interface Pieces {
  xhr: {
    onResponse: (
      hook: (request: { aborted?: boolean }, error: unknown, answer?: PieceAnswer) => void,
    ) => void;
    offResponse: (hook: unknown) => void;
  };
}
