import { workerData } from 'node:worker_threads';

import { answerTasks } from '../../platform/threads/index.js';
import type { SheetFont } from './templates.fonts.js';
import type { PressTask } from './templates.press.js';
import { Typesetting } from './templates.typesetting.js';

const typesetting = new Typesetting((workerData as { fonts: readonly SheetFont[] }).fonts);

answerTasks((task: PressTask) =>
  task.paper === 'certificate'
    ? typesetting.render(...task.words)
    : typesetting.renderSupporterCards(...task.words),
);
