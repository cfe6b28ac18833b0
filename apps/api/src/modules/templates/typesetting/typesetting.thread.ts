import { Piscina } from 'piscina';

import { inBackground } from '../../../platform/threads/index.js';
import type { SheetFont } from '../glyphs/fonts.js';
import type { PressTask } from './sheet-press.js';
import { Typesetting } from './typesetting.js';

const typesetting = new Typesetting((Piscina.workerData as { fonts: readonly SheetFont[] }).fonts);

export default inBackground((task: PressTask) =>
  task.paper === 'certificate'
    ? typesetting.render(...task.words)
    : typesetting.renderSupporterCards(...task.words),
);
