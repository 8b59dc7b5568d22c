import type { Reader } from '../../kernel/graph.ts'
import { versionsOf } from './clock-rule.cypher.ts'
import type { OwnVersion } from './clock-versions.rules.ts'

/** Own versions of several makers, for the hub's own work. */
export const ownVersionsBy = async (graph: Reader, organizations: readonly string[]): Promise<Map<string, OwnVersion[]>> => {
  const by = new Map<string, OwnVersion[]>()
  if (organizations.length === 0) return by
  for (const { organization, version } of await graph.read(versionsOf, { organizations })) by.set(organization, [...(by.get(organization) ?? []), version])
  return by
}
