import path from 'node:path';

/** The people of a page, or the page itself where most visits come to it. */
type Audience = 'frame' | 'media' | 'lesson' | 'film' | 'my' | 'home' | 'public' | 'learner' | 'staff';

/**
 * A file of the browser: what every page needs, what the daily pages share, what only one of them needs, and one for
 * each part of the site that is opened less often.
 */
export type Group =
  'start' | 'runtime' | 'daily' | Audience | `seldom-${string}` | `${Audience}-seldom` | `part-${string}`;

/** Who imports a module, and what it imports itself. */
interface ModuleLinks {
  importers: readonly string[];
  importedIds: readonly string[];
}
export type LinksOf = (id: string) => ModuleLinks | null;

/** The first match counts. The gallery is for developers: what it shows is not shared because of it. */
const AUDIENCES: [RegExp, Audience | null][] = [
  [/\/features\/(video\/Player|materials\/(DocumentReader|MaterialText))\.svelte$/, 'media'],
  [/\/client-entry\.js$|\/client-optimized\/app\.js$|\/src\/routes\/\+\w+\.svelte$/, 'frame'],
  [/\/routes\/\((public|auth|learner)\)\/\+layout\.svelte$/, 'frame'],
  [/\/lessons\/\[lessonId\]\/\+page\.svelte$/, 'lesson'],
  [/\/\(public\)\/videos\/\[slug\]\/\+page\.svelte$/, 'film'],
  [/\/my\/(courses\/\[enrolmentId\]\/)?\+page\.svelte$/, 'my'],
  [/\/\(public\)\/(courses\/(\[slug\]\/)?)?\+page\.svelte$/, 'home'],
  [/\/routes\/\((public|auth)\)\//, 'public'],
  [/\/routes\/\(learner\)\//, 'learner'],
  [/\/routes\/\((office|instructor|viewings)\)\//, 'staff'],
  [/\/routes\/_gallery\//, null],
];
const STAFF_FRAME = /\/routes\/\(\w+\)\/\+layout\.svelte$/;

/**
 * Decides for every module of a build which file it belongs to. What is loaded on demand belongs to none of them: the
 * bundler makes files of their own for that.
 */
export class Audiences {
  readonly #linksOf: LinksOf;
  readonly #owners = new Map<string, Set<string>>();

  constructor(linksOf: LinksOf) {
    this.#linksOf = linksOf;
  }

  groupOf(id: string): Group | null {
    // the framework sets its payload before anything else of it may run
    if (/\/runtime\/client\/(entry|payload)\.js$/.test(id)) return 'start';
    if (isNode(id)) return this.groupOf(this.#linksOf(id)?.importedIds[0] ?? '');
    const owners = [...this.#ownersOf(id)];
    const audiences = new Set(owners.map(audienceOf).filter((each) => each !== null));
    if (audiences.size === 0) return null;
    // the styles of residents are small: one file for all of them
    if (isStyle(id) && !(audiences.size === 1 && audiences.has('staff'))) return 'frame';
    // the framework changes less often than the product
    if (audiences.has('frame')) return id.includes('/node_modules/') ? 'runtime' : 'frame';
    const forStaffFrame = owners.some((owner) => STAFF_FRAME.test(owner));
    if (audiences.size > 1) return groupOfSeveral(audiences, forStaffFrame);
    const audience = [...audiences][0]!;
    if (forStaffFrame || !['public', 'learner', 'staff'].includes(audience)) return audience;
    const parts = new Set(owners.map(partOf));
    return parts.size > 1 ? `${audience}-seldom` : `part-${audience}-${[...parts][0]!}`;
  }

  /** The pages, layouts and the like through which a module is reached. */
  #ownersOf(id: string): Set<string> {
    const known = this.#owners.get(id);
    if (known) return known;
    const owners = new Set<string>();
    this.#owners.set(id, owners);
    if (AUDIENCES.some(([place]) => place.test(id)) && !isStyle(id)) return owners.add(id);
    for (const importer of this.#linksOf(id)?.importers ?? [])
      for (const owner of this.#ownersOf(importer)) owners.add(owner);
    return owners;
  }
}

function audienceOf(owner: string): Audience | null {
  return AUDIENCES.find(([place]) => place.test(owner))?.[1] ?? null;
}

/** A file of what is opened daily must not bring along what is opened seldom. */
function groupOfSeveral(audiences: ReadonlySet<Audience>, forStaffFrame: boolean): Group {
  const onlyOf = (...some: Audience[]) => [...audiences].every((each) => some.includes(each));
  if (onlyOf('media', 'lesson', 'film')) return 'media';
  if (onlyOf('film', 'public')) return 'film';
  if (onlyOf('home', 'public')) return 'home';
  if (onlyOf('my', 'learner')) return 'my';
  if (onlyOf('lesson', 'learner')) return 'lesson';
  if (onlyOf('lesson', 'my', 'learner')) return 'learner';
  if (forStaffFrame || audiences.has('media') || audiences.has('lesson')) return 'frame';
  if (audiences.has('home') || audiences.has('my') || audiences.has('film')) return 'daily';
  return `seldom-${[...audiences].sort().join('-')}`;
}

/** The part of the site that a page belongs to: the first folder below those that only name people. */
function partOf(owner: string): string {
  const folders = owner
    .replace(/^.*\/routes\//, '')
    .split('/')
    .slice(0, -1);
  return folders.find((each) => !/^(\(\w+\)|office|my)$/.test(each)) ?? 'top';
}

function isStyle(id: string): boolean {
  return /\.css($|\?)|[?&]type=style/.test(id);
}

/** The framework's entry for one page or layout; it only passes the component on. */
export function isNode(id: string): boolean {
  return path.basename(path.dirname(id)) === 'nodes' && id.includes('client-optimized');
}
