import { cypher } from '../kernel/cypher.ts'
import { NotSignedIn } from '../kernel/errors.ts'
import type { Graph } from '../kernel/graph.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { directory } from './directory.ts'
import type { Role } from './roles.ts'

/**
 * Until people sign in, a request runs as the demo person that the header x-demo-viewer names: `quality`,
 * `quality:<hub code>`, `hospital:<hub code>`, `distributor:<hub code>` or `supplier:<hub code>`.
 */
const kindOfRole = new Map<string, Viewer['kind']>([['quality', 'MANUFACTURER'], ['hospital', 'HOSPITAL'], ['distributor', 'DISTRIBUTOR'], ['supplier', 'SUPPLIER']])

const rolesOf: Partial<Record<Viewer['kind'], readonly Role[]>> = {
  MANUFACTURER: ['QUALITY', 'REGULATORY', 'SUPPLY', 'SERVICE', 'ADMIN', 'AUDITOR'],
  HOSPITAL: ['HOSPITAL_ADMIN'],
  DISTRIBUTOR: ['DISTRIBUTOR_ADMIN'],
  SUPPLIER: ['SUPPLIER_ADMIN'],
}

interface Acting {
  readonly organization: string
  readonly organizationName: string
  readonly name: string | null
  readonly nameZh: string | null
}

export const actingFor = cypher<{ key: string; code: string | null; kind: string }, Acting>()`
OPTIONAL MATCH (person:DemoPerson {key: $in.key})-[:ACTS_FOR]->(own:Organization)
OPTIONAL MATCH (coded:Organization {code: $in.code})
WITH person, coalesce(own, coded) AS organization
WHERE organization IS NOT NULL AND $in.kind IN organization.kinds
RETURN organization.id AS organization, organization.name AS organizationName, person.name AS name, person.nameZh AS nameZh
`

const loopback = /^(127\.|::1$|::ffff:127\.)/
const usage = 'Send the header x-demo-viewer: quality, hospital:<hub code>, distributor:<hub code> or supplier:<hub code>.'

const read = async (graph: Graph, key: string): Promise<Viewer> => {
  const [role = '', code = null] = key.split(':', 2)
  const kind = kindOfRole.get(role)
  const [acting] = kind ? await graph.read(actingFor, { key, code, kind }) : []
  if (!kind || !acting) throw new NotSignedIn(`No demo viewer ${JSON.stringify(key.slice(0, 80))}. ${usage}`)
  const internal = kind === 'MANUFACTURER'
  const { organization, organizationName, name, nameZh } = acting
  return { person: `usr_${key}`, name: name ?? organizationName, nameZh, locale: 'zh-CN', organization, kind, internal, roles: rolesOf[kind] ?? [], client: null, finds: directory[kind] }
}

/** Finds the viewer of a request; remembers each, since demo people do not change. */
export const demoViewers = (graph: Graph): ((key: string | undefined, address: string | undefined) => Promise<Viewer>) => {
  const known = new Map<string, Viewer>()
  return async (key, address) => {
    if (!address || !loopback.test(address)) throw new NotSignedIn('Demo viewers are for this machine only.')
    if (!key) throw new NotSignedIn(`Nobody is signed in. ${usage}`)
    const viewer = known.get(key) ?? (await read(graph, key))
    if (known.size < 1_000) known.set(key, viewer)
    return viewer
  }
}
