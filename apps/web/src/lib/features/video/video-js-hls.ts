// registers HLS with video.js' core; a part of its own, for browsers that need it (way-to-play.ts)
import '@videojs/http-streaming';
