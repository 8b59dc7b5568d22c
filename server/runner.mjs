// Runs TypeScript sources through Vite, which knows the legacy decorators that Node's own type stripping does not.
import { join } from 'node:path'
import { createServer, createServerModuleRunner } from 'vite'
import { projectRoot } from './packages.mjs'

/**
 * @param {{ watch?: boolean }} options watch: files are watched, and what imports a changed one is imported anew
 */
export async function openRunner({ watch = false } = {}) {
  const server = await createServer({
    root: projectRoot,
    configFile: join(projectRoot, 'vite.server.config.ts'),
    logLevel: 'warn',
    server: { middlewareMode: true, ws: false, hmr: false, watch: watch ? {} : null },
    optimizeDeps: { noDiscovery: true },
  })
  const runner = createServerModuleRunner(server.environments.ssr, { hmr: false })
  return {
    server,
    runner,
    close: async () => {
      await runner.close()
      await server.close()
    },
  }
}
