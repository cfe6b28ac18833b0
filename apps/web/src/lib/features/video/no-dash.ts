/**
 * Replaces mpd-parser (vite.config.ts): our films are HLS, and the DASH half of video.js' streaming would add 31 kB
 * (gzip) on every tablet. Nothing here is ever called.
 */
function dash(): never {
  throw new Error('DASH is not part of this player');
}
export const parse = dash;
export const parseUTCTiming = dash;
export const generateSidxKey = dash;
export const addSidxSegmentsToPlaylist = dash;
