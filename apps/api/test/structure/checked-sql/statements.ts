import ts from 'typescript';

import { askedSqlOf, type AskedSql } from './asked-sql.js';
import { everyVariant, NotStatic } from './choices.js';
import { Evaluation } from './evaluation.js';
import { SourceProgram } from './source-program.js';

/** One of the texts that a call may send. */
export interface Variant {
  text: string;
  /** How many parameters go with it, or undefined where the source does not say. */
  given: number | undefined;
}

export type Statement = AskedSql & {
  /** file:line */
  place: string;
  variants: Variant[];
  /** Why the text is not known, else undefined. */
  unknown?: string;
};

/** Every statement of the program, with all the texts that it may have. */
export function statementsOf(source: SourceProgram, root: string): Statement[] {
  return askedSqlOf(source).map((asked) => {
    const place = placeOf(asked.text, root);
    try {
      return { ...asked, place, variants: variantsOf(asked, source) };
    } catch (error) {
      if (!(error instanceof NotStatic)) throw error;
      return { ...asked, place, variants: [], unknown: error.message };
    }
  });
}

/** Texts that look like statements although no known call sends them, each as file:line. */
export function unsentTexts(source: SourceProgram, root: string): string[] {
  return [...source.sql].filter((node) => !source.sent.has(node)).map((node) => placeOf(node, root));
}

function variantsOf({ text, params, call }: AskedSql, source: SourceProgram): Variant[] {
  const variants = everyVariant((choices) => {
    const evaluation = new Evaluation(source, choices);
    const scope = evaluation.scopeAround(call);
    return { text: evaluation.textOf(text, scope), given: params ? evaluation.lengthOf(params, scope) : 0 };
  });
  return [...new Map(variants.map((each) => [JSON.stringify(each), each])).values()];
}

function placeOf(node: ts.Node, root: string): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${file.fileName.slice(root.length + 1)}:${line + 1}`;
}

/**
 * Reads the sources of the API and their types, without migrations and specs.
 * @param root apps/api
 * @param others further files to look at
 */
export function readSources(root: string, others: readonly string[]): SourceProgram {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }: ts.Diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
  const config = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, { noEmit: true }, host)!;
  const own = config.fileNames.filter(
    (file) => file.startsWith(`${root}/src/`) && !/\/src\/migrations\/|\.spec\.ts$/.test(file),
  );
  const files = [...own, ...others];
  const program = ts.createProgram(files, config.options, hostWithoutLibraries(config.options));
  return new SourceProgram(
    program,
    files.map((file) => program.getSourceFile(file)!),
  );
}

/** What rows and the calls that ask for them are made of; reading every library takes more than twice as long. */
const neededLibraries = /^(\.|node:|@kizuna\/shared\/|zod($|\/)|pg($|\/|-)|@nestjs\/)/;

/** Types of the libraries left out are `any`; a column declared by one is reported. */
function hostWithoutLibraries(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const cache = ts.createModuleResolutionCache(host.getCurrentDirectory(), (name) => name, options);
  host.resolveModuleNameLiterals = (names, containing, redirected, _, file) =>
    names.map((name) => {
      if (!neededLibraries.test(name.text)) return { resolvedModule: undefined };
      const mode = ts.getModeForUsageLocation(file, name, options);
      return ts.resolveModuleName(name.text, containing, options, host, cache, redirected, mode);
    });
  return host;
}
