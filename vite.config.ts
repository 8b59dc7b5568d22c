import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { trustedOperations } from './portal/operations/vite-operations.ts'
import { offline } from './portal/offline/vite-offline.ts'

/** The portal: portal/ → dist/portal. The hub serves it; `npm run dev` serves it with reload. */
export default defineConfig({
  root: 'portal',
  plugins: [vue(), offline(), trustedOperations()],
  build: { outDir: '../dist/portal', emptyOutDir: true },
})
