import { mutual, programme, ring, three } from './community.ts';
import { phone, training } from './courses.ts';
import { chain, desk, tieCardScene, whole } from './desk.ts';
import { alone, listening, tips } from './home.ts';
import type { Scene } from './stage.ts';
import { helping, salon, watching } from './support.ts';
import { chapterCard, credits, opening } from './titles.ts';
import { distant, evening, greeting, letterbox, morning } from './town.ts';

/** All scenes by their name in the script. */
export const scenes: Readonly<Record<string, Scene>> = {
  opening,
  card: chapterCard,
  credits,
  morning,
  distant,
  letterbox,
  greeting,
  evening,
  alone,
  listening,
  tips,
  ring,
  mutual,
  programme,
  three,
  salon,
  watching,
  helping,
  desk,
  'tie-card': tieCardScene,
  whole,
  chain,
  training,
  phone,
};
