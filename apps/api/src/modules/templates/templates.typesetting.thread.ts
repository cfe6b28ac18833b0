import { workerData } from 'node:worker_threads';

import { answerTasks } from '../../platform/threads/index.js';
import type { SheetFont } from './templates.fonts.js';
import { Typesetting } from './templates.typesetting.js';

const typesetting = new Typesetting((workerData as { fonts: readonly SheetFont[] }).fonts);

answerTasks((words: Parameters<Typesetting['render']>) => typesetting.render(...words));
