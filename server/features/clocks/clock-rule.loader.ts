import { loaderOf } from '../../kernel/loader.ts'
import { ownVersions } from './clock-rule.cypher.ts'
import type { OwnVersion } from './clock-versions.rules.ts'

/** Own versions of the viewer's organization, by its id: asked once in a request. */
export const ownVersionsOf = loaderOf<string, readonly OwnVersion[]>(
  async ({ graph, viewer }) => new Map([[viewer.organization, (await graph.read(ownVersions, {})).map(({ version }) => version)]]),
  () => [],
)
