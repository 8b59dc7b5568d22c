import { cypher } from '../../kernel/cypher.ts'
import { seenByWaiter } from '../custody/waiting/waiting.cypher.ts'

interface Wrong {
  readonly thing: string
  readonly found: string
}

/** A name that is waited for is open, has its event, and is somebody's. */
export const brokenWaiting = cypher<object, Wrong>()`
MATCH (finding:Finding)
WHERE finding.code = 'UNKNOWN_SERIAL' AND ((finding.awaiting IS NULL) = (finding.clearedAt IS NULL)
  OR finding.clearedAt IS NULL AND NOT EXISTS { (finding)<-[:AWAITS]-(:WaitingEvent {organization: finding.organization}) })
RETURN finding.id + ' ' + coalesce(finding.named, '') AS thing, coalesce(finding.awaiting, 'nothing is waited for') + ', cleared ' + coalesce(finding.clearedAt, 'never') AS found`

/** What its reporter has to do with by now would have been filed. */
export const overdueWaiting = cypher<object, Wrong>()`
MATCH (finding:Finding)
WHERE finding.awaiting > ''
MATCH (thing)<-[:ABOUT]-(finding), (waiter:Organization {id: finding.organization})
WHERE ${seenByWaiter}
RETURN thing.id AS thing, finding.id + ' ' + finding.named AS found`
