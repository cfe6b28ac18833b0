// video.js without its streaming part (HLS, DASH): HLS is loaded separately where a browser needs it (video-js-hls.ts)
declare module 'video.js/core.es.js' {
  import videojs from 'video.js';
  export default videojs;
}
declare module '@videojs/http-streaming';
