import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { audienceChunks } from './bundling/audience-chunks.ts';
import { videoJsAliases, withoutIconFont } from './video-js-in-vite.ts';

export default defineConfig({
  resolve: { alias: videoJsAliases },
  plugins: [
    withoutIconFont,
    audienceChunks(),
    sveltekit({
      adapter: adapter({ precompress: true }),
      compilerOptions: { runes: true },
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          // the framework adds the nonce of the request to script-src and style-src
          'script-src': ['self'],
          'style-src': ['self'],
          // the one style attribute of the framework itself: its announcer of navigations (@sveltejs/kit 3.2)
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'media-src': ['self', 'blob:'],
          'connect-src': ['self'],
          'worker-src': ['self', 'blob:'],
          'object-src': ['none'],
          'frame-ancestors': ['none'],
          'form-action': ['self'],
          'base-uri': ['none'],
        },
      },
      version: { pollInterval: 0 },
    }),
  ],
  // `pnpm dev`: one origin as in production
  server: process.env.API_ORIGIN ? { proxy: { '/api': process.env.API_ORIGIN } } : {},
  build: {
    target: 'es2020',
    cssTarget: ['chrome88', 'safari14'],
    // a typeface stays a file: the CSP refuses data: fonts
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
  },
});
