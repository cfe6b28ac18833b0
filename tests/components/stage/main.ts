import '../../../apps/web/src/lib/ui/styles/app.css';
import { mount } from 'svelte';
import Stage from './Stage.svelte';
import type { StageHandle } from './stage-handle.ts';

const stage = mount(Stage, { target: document.getElementById('stage')! }) as StageHandle;

// the specs call it by page.evaluate, see support/mount.ts
Object.assign(window, { stage });
