import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { offline } from './portal/offline/vite-offline.ts'

/** The portal: portal/ → dist/portal. The hub serves it; `npm run dev` serves it with reload. */
export default defineConfig({
  root: 'portal',
  plugins: [vue(), offline()],
  build: { outDir: '../dist/portal', emptyOutDir: true },
})
