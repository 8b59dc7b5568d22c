// Runs TypeScript sources through Vite, which knows the legacy decorators that Node's own type stripping does not.
import { join } from 'node:path'
import { createServer, createServerModuleRunner } from 'vite'
import { projectRoot } from './packages.mjs'

/** Opens a runner of the project's sources; its `import` takes a path that begins at the project's folder. */
export async function openRunner() {
  const server = await createServer({
    root: projectRoot,
    configFile: join(projectRoot, 'vite.server.config.ts'),
    logLevel: 'warn',
    server: { middlewareMode: true, ws: false, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  const runner = createServerModuleRunner(server.environments.ssr, { hmr: false })
  const close = async () => {
    await runner.close()
    await server.close()
  }
  return { runner, close }
}
