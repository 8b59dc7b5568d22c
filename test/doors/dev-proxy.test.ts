import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RouteRecordRaw } from 'vue-router'
import { describe, expect, it } from 'vitest'
import { hubPaths } from '../../server/dev-proxy.mjs'
import { inProject } from '../../server/kernel/project.ts'
import { otherRoutes, routeRows } from '../access/matrix/routes.ts'

const features = inProject('portal/features')
const isHubs = (path: string): boolean => new RegExp(hubPaths).test(path)

describe('while the hub is being written', () => {
  it.each([...new Set([...routeRows.map(({ path }) => path), ...otherRoutes])])('the hub answers %s', (path) => {
    expect(isHubs(path.replaceAll(/:\w+/g, 'x1'))).toBe(true)
  })

  it('pages and sources of the portal are the portal\'s', async () => {
    const modules = await Promise.all(readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('routes.ts')).map((file) => import(join(features, file)) as Promise<Record<string, RouteRecordRaw[]>>))
    const paths = modules.flatMap((module) => Object.values(module).flat()).map(({ path }) => path.replaceAll(/:\w+/g, 'x1'))
    expect(paths.length).toBeGreaterThan(30)
    expect([...paths, '/', '/@vite/client', '/features/files/routes.ts', '/main.ts'].filter(isHubs)).toEqual([])
  })
})
