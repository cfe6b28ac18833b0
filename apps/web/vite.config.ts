import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
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
          // attributes only: widths of progress bars and the film player set style=""; no <style> without a nonce
          'style-src-attr': ['unsafe-inline'],
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
  build: { target: 'es2020', cssTarget: ['chrome88', 'safari14'] },
});
