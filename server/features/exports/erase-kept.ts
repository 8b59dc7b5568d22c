import type { Graph } from '../../kernel/graph.ts'
import { actOfHub } from '../delivery/tell-of-hub.ts'
import { eraseOldCallContacts, eraseOldReporters } from './erase-kept.cypher.ts'
import { type Retention, yearsAfter } from './retention.rules.ts'

const atOnce = 500

/** Erases who reported and who was telephoned, once they have been kept for as long as they should; the record says that the hub did. */
export const eraseKeptContacts = async (graph: Graph, { contacts }: Retention, now: Date): Promise<void> => {
  const at = now.toISOString()
  const before = `${yearsAfter(at, -contacts)}T00:00:00.000Z`
  for (const [statement, field] of [[eraseOldReporters, 'reporter'], [eraseOldCallContacts, 'spokeWith']] as const) {
    for (let erased = atOnce; erased === atOnce;) {
      erased = await graph.write(async (writer) => {
        const gone = await writer.run(statement, { before, limit: atOnce })
        const entries = gone.map(({ subject, maker }) => ({ subject, ...(maker === null ? {} : { maker }), changes: [{ field, before: 'kept', after: 'erased' }], reason: `kept for ${contacts} years` }))
        if (entries.length > 0) await actOfHub(writer, { action: 'ERASE_PERSON', at, entries, messages: [] })
        return gone.length
      })
    }
  }
}
