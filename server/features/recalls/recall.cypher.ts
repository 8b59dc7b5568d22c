import { part } from '../../kernel/cypher.ts'

export const recallMap = part`recall {.id, .reference, .title, .titleZh, .reason, .status, .classification, .drill, .approvedAt, .closedAt, .respondBy, actions: coalesce(recall.actions, [])}`

/** Signed recalls are for whoever may see what they cover; drafts and drills stay with the maker's own teams. */
export const recallShown = part`((recall.status IN ['ONGOING', 'COMPLETED', 'TERMINATED'] AND NOT recall.drill) OR ($viewer.internal AND recall.maker = $viewer.organization))`
