import 'video.js/dist/video-js.min.css';
import './video-js.css';

export { default } from 'video.js/core.es.js';
