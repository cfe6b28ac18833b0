import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview, type InlineConfig } from 'vite';
import { videoJsAliases, withoutIconFont } from '../../../apps/web/video-js-in-vite.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The part of the product's CSP that a component can break. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:";

const config: InlineConfig = {
  root: here('.'),
  configFile: false,
  // that of apps/web is made by its own build
  tsconfig: here('../../tsconfig.json'),
  logLevel: 'warn',
  // an unknown address answers 404, as in the product
  appType: 'mpa',
  plugins: [withoutIconFont, svelte({ configFile: false, compilerOptions: { runes: true } })],
  resolve: {
    dedupe: ['svelte'],
    alias: [
      ...videoJsAliases,
      { find: '$app/state', replacement: here('app-state.ts') },
      { find: '$app/navigation', replacement: here('app-navigation.ts') },
    ],
  },
  build: { outDir: here('build'), emptyOutDir: true, minify: false, assetsInlineLimit: 0 },
  preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': policy } },
};

/** Builds the stage and serves it until the tests have ended; they read its address from COMPONENTS_ORIGIN. */
export default async function serve(): Promise<() => Promise<void>> {
  await build(config);
  const server = await preview(config);
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('the stage has no address');
  process.env.COMPONENTS_ORIGIN = new URL(address).origin;
  return () => server.close();
}
