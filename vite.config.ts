import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** The portal: portal/ → dist/portal. The hub serves it; `npm run dev` serves it with reload. */
export default defineConfig({
  root: 'portal',
  plugins: [vue()],
  build: { outDir: '../dist/portal', emptyOutDir: true },
})
