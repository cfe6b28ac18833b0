/**
 * `node infra/media/documents/build.ts`: typesets the sample documents (Typst, BIZ UDPGothic embedded) and writes
 * them to apps/api/assets/documents, where the demo data reads them. The output is reproducible.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';

const root = path.resolve(import.meta.dirname, '../../..');
// The typesetting tool belongs to the API; infra has no copy of it.
const api = createRequire(path.join(root, 'apps/api/package.json'));
const { NodeCompiler } = api('@myriaddreamin/typst-ts-node-compiler') as {
  NodeCompiler: {
    create(options: object): { pdf(input: object, options: object): Uint8Array };
  };
};
const fontFile = (name: string) =>
  path.join(path.dirname(api.resolve('@expo-google-fonts/biz-udpgothic/package.json')), name);
const fontPaths = ['400Regular/BIZUDPGothic_400Regular.ttf', '700Bold/BIZUDPGothic_700Bold.ttf'].map(
  fontFile,
);
const target = path.join(root, 'apps/api/assets/documents');

const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] });
mkdirSync(target, { recursive: true });
for (const name of ['neighbours', 'training-day']) {
  const mainFilePath = path.join(import.meta.dirname, `${name}.typ`);
  const pdf = compiler.pdf({ mainFilePath }, { pdfStandard: 'a-2a', creationTimestamp: 1_780_000_000 });
  writeFileSync(path.join(target, `${name}.pdf`), pdf);
}
