import { workerData } from 'node:worker_threads';

import { answerTasks } from '../../../platform/threads/index.js';
import type { SheetFont } from '../glyphs/fonts.js';
import type { PressTask } from './sheet-press.js';
import { Typesetting } from './typesetting.js';

const typesetting = new Typesetting((workerData as { fonts: readonly SheetFont[] }).fonts);

answerTasks((task: PressTask) =>
  task.paper === 'certificate'
    ? typesetting.render(...task.words)
    : typesetting.renderSupporterCards(...task.words),
);
