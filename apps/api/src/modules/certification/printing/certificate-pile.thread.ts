import { answerTasks } from '../../../platform/threads/index.js';
import { pileOf } from './certificate-pile.js';

answerTasks(pileOf);
