import { inBackground } from '../../../platform/threads/index.js';
import { pileOf } from './certificate-pile.js';

export default inBackground(pileOf);
