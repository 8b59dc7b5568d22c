import { defineConfig } from 'vite'

// The server's sources: one build for `npm start` (dist/server/main.js), and as they are for `npm run dev` and the
// scripts (server/runner.mjs). Packages stay outside, so that Node resolves graphql once for them and for us.
export default defineConfig({
  appType: 'custom',
  oxc: { decorator: { legacy: true } },
  build: { ssr: 'server/main.ts', outDir: 'dist/server', target: 'node20', sourcemap: true, minify: false },
})
