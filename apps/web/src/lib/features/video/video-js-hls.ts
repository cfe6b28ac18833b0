// registers HLS with the core of video.js; a chunk of its own, for browsers that need it (way-to-play.ts)
import '@videojs/http-streaming';
