import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const source = fileURLToPath(new URL('service-worker.ts', import.meta.url))

/** Builds the service worker behind the portal, with the list of the portal's files in it. */
export function offline(): Plugin {
  return {
    name: 'devicetrail-offline',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const files = Object.keys(bundle).map((name) => `/${name}`).sort()
      const hash = createHash('sha256').update(Object.values(bundle).map((file) => file.type === 'chunk' ? file.code : file.source).join()).digest('hex').slice(0, 16)
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { FILES: JSON.stringify(files.join(' ')), BUILD: JSON.stringify(`devicetrail-${hash}`) },
        build: { outDir: dir, emptyOutDir: false, copyPublicDir: false, rolldownOptions: { input: source, output: { entryFileNames: 'service-worker.js', format: 'iife' } } },
      })
    },
  }
}
