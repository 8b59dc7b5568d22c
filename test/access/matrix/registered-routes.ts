import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { inProject } from '../../../server/kernel/project.ts'
import { otherRoutes, type RouteRow } from './routes.ts'

/** Of the portal; the sign-in provider has what no other route takes below its own path, which is printed as `*`. */
const isFile = (path: string): boolean => path === '/' || path.endsWith('*') || existsSync(inProject(`dist/portal${path}`))

/** Every method and path of REST that a hub answers with partners' data, as `GET /epcis/events/:id`. */
export const registeredRoutes = (app: FastifyInstance): string[] => {
  const above: string[] = []
  return app.printRoutes({ commonPrefix: false }).split('\n').flatMap((line) => {
    const [, indent = '', segment = '', methods = ''] = /^([│ ]*)[├└]── (.+?)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? []
    above.length = indent.length / 4
    above.push(segment)
    const path = above.join('')
    if (isFile(path) || otherRoutes.some((other) => path.startsWith(other))) return []
    return methods.split(', ').filter((method) => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method)).map((method) => `${method} ${path}`)
  })
}

/** Two routes may differ in the name of a parameter alone: the server prints them as one, `:id|:report`. */
const patternOf = (route: string): RegExp => new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/:\w+(\|:\w+)*/g, '[^/]+')}$`)

export const withoutRow = (registered: readonly string[], rows: readonly RouteRow[]): string[] => {
  const asked = rows.map(({ method = 'GET', path }) => `${method} ${path}`)
  return registered.filter((route) => !asked.some((one) => patternOf(route).test(one)))
}
