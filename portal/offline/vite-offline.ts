import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rollup } from 'vite'

const source = fileURLToPath(new URL('service-worker.ts', import.meta.url))

/** Pages that are of no use without a network, and too large for every device: what only they need is fetched when they are opened. */
const onlineOnly = /portal\/features\/queries\//

/** Every file that the portal needs without a network. */
function filesToKeep(bundle: Rollup.OutputBundle): string[] {
  const reached = new Set<string>()
  const chunkOf = (name: string) => { const file = bundle[name]; return file?.type === 'chunk' ? file : undefined }
  const reach = (name: string) => {
    const chunk = chunkOf(name)
    if (!chunk || reached.has(name) || onlineOnly.test(chunk.facadeModuleId ?? '')) return
    reached.add(name)
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) reach(next)
  }
  for (const [name, file] of Object.entries(bundle)) if (file.type === 'chunk' && file.isEntry) reach(name)
  return Object.keys(bundle).filter((name) => bundle[name]?.type === 'asset' || reached.has(name))
}

/** Builds the service worker behind the portal, with the list of the portal's files in it. */
export function offline(): Plugin {
  return {
    name: 'devicetrail-offline',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const files = filesToKeep(bundle).map((name) => `/${name}`).sort()
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
