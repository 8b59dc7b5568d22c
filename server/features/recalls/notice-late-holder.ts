import type { Change } from '../../record/change.ts'
import { forwardedHolders, lateHolders, type LateNotice } from './notice-late.cypher.ts'
import { respondByOf } from './recall.rules.ts'
import type { ItemAnswer } from './response.cypher.ts'

/** Who hears late has as long as a class I holder: it has the device in its hands. */
const deadline = ({ at }: Change) => ({ at, respondBy: respondByOf('I', at) })

/** The holder is told, and the maker's quality, whose recall was thought to have reached everybody. */
const tellLate = (change: Change, notices: readonly LateNotice[]): void => {
  for (const { id, organization, recall, maker, reference, title, titleZh, classification, itemCount, isNew } of notices) {
    change.tell({
      type: isNew ? 'recall.notice.issued' : 'recall.notice.extended', subject: id, organization,
      data: { notice: id, recall, reference, title, titleZh, classification, drill: false, itemCount, late: true },
    })
    if (organization !== maker) change.tell({ type: 'recall.notice.late', subject: id, organization: maker, data: { notice: id, recall, reference, itemCount } })
    change.audit({ subject: id, changes: [{ field: 'itemCount', before: null, after: String(itemCount) }], reason: 'Something that an open recall covers came to a new holder.' })
  }
}

/**
 * To be called by whatever moved things, in its own transaction and after their custody is written: who has, or is to
 * get, something that an open recall covers and was not told of it gets a notice. One statement; costs a look per thing
 * where there is no recall. Run it once, with all things of the change.
 */
export const noticeLateHolder = async (change: Change, moved: { readonly serials: readonly string[]; readonly batches: readonly string[] }): Promise<void> => {
  if (moved.serials.length + moved.batches.length > 0) tellLate(change, await change.run(lateHolders, { ...moved, ...deadline(change) }))
}

/** The chain goes on: who got it by an answer's word is told too. */
export const noticeForwarded = async (change: Change, { recall, id: notice }: { readonly recall: string; readonly id: string }, forwarded: readonly ItemAnswer[]): Promise<void> => {
  const rows = forwarded.map(({ thing, forwardedTo, amount }) => ({ thing, organization: forwardedTo ?? '', quantity: amount }))
  tellLate(change, await change.run(forwardedHolders, { recall, notice, rows, ...deadline(change) }))
}
