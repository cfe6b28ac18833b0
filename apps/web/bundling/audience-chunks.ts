import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { Audiences, isNode } from './audiences.ts';

/** What more people need comes first: a group takes along whatever its modules import. */
const ORDER = [
  /^start$/,
  /^runtime$/,
  /^frame$/,
  /^daily$/,
  /^media$/,
  /^learner$/,
  /^(home|my|lesson|film|staff)$/,
  /^seldom(-\w+){4,}$/,
  /^seldom(-\w+){3}$/,
  /^seldom(-\w+){2}$/,
  /-seldom$/,
  /^part-/,
];

/** Vite's description of the built files, from which the framework reads what a page needs. */
type BuiltFiles = Record<
  string,
  { file: string; src?: string; imports?: string[]; dynamicImports?: string[]; css?: string[] }
>;

/**
 * Few files for a page instead of one for every component: the browser's chunks are cut by the people they are for
 * (docs/adr/0039-files-by-audience.md).
 */
export function audienceChunks(): Plugin {
  let audiences: Audiences | undefined;
  return {
    name: 'kizuna-audience-chunks',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    options(options) {
      leaveOutNodes(options.input as Record<string, string>);
      // lets an entry hold its group itself; a group apart from its entry is one more file
      options.preserveEntrySignatures = 'allow-extension';
      return options;
    },
    buildEnd() {
      audiences = new Audiences((id) => this.getModuleInfo(id));
    },
    outputOptions(output) {
      const { groups } = output.codeSplitting as { groups: Rolldown.CodeSplittingGroup[] };
      const own = ORDER.map((names, at) => ({
        debugName: names.source,
        priority: ORDER.length - at,
        name: (id: string) => {
          const group = audiences?.groupOf(id) ?? '';
          return names.test(group) ? group : null;
        },
      }));
      return { ...output, codeSplitting: { groups: [...groups, ...own] } };
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const asset = bundle['.vite/manifest.json'];
        if (asset?.type !== 'asset') this.error('the list of built files is missing');
        const files = JSON.parse(String(asset.source)) as BuiltFiles;
        describeNodes(files, bundle, this.environment.config.root);
        asset.source = JSON.stringify(files, null, 2);
      },
    },
  };
}

/** As inputs, the framework's nodes would each remain a file, even where it only passes on what is elsewhere. */
function leaveOutNodes(input: Record<string, string>): void {
  for (const [name, file] of Object.entries(input))
    if (isNode(file) || name === 'entry/payload') delete input[name];
}

/** The framework looks every node up by its own name: those inside a group are listed with the file of the group. */
function describeNodes(files: BuiltFiles, bundle: Rolldown.OutputBundle, root: string): void {
  for (const output of Object.values(bundle)) {
    if (output.type !== 'chunk') continue;
    const entry = Object.values(files).find(({ file }) => file === output.fileName);
    if (!entry) continue;
    // only what start loads is looked up; styles that are loaded on demand must not be linked in the page
    if (output.name !== 'entry/start') delete entry.dynamicImports;
    for (const id of output.moduleIds.filter(isNode)) {
      const name = path.posix.relative(root, id);
      files[name] ??= { ...entry, src: name };
    }
  }
}
