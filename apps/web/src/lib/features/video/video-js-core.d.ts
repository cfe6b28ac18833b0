// video.js without its streaming part (HLS, DASH): our films are one MP4 each, and a third of the weight remains
declare module 'video.js/core.es.js' {
  import videojs from 'video.js';
  export default videojs;
}
