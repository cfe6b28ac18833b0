import { answerTasks } from '../../platform/threads/index.js';
import { pileOf } from './certification.pile.js';

answerTasks(pileOf);
