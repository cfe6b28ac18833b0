import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Takes the icon font out of video.js's style: its icons are drawn (see video-js.css), and the CSP refuses data: fonts. */
export const withoutIconFont: Plugin = {
  name: 'kizuna-video-js-without-icon-font',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('video-js.min.css') ? code.replace(/@font-face\s*\{[^}]*\}/g, '') : undefined,
};

/** Which files of video.js are built in; the stage of tests/components builds the same. */
export const videoJsAliases = [
  // the streaming part of video.js brings itself to the core, not to a second, whole copy
  { find: /^video\.js$/, replacement: 'video.js/core.es.js' },
  {
    find: 'mpd-parser',
    replacement: fileURLToPath(new URL('src/lib/features/video/no-dash.ts', import.meta.url)),
  },
];
