import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Change } from '../../record/change.ts'
import { type AcceptanceFacts, type CheckedEvent, createAcceptance } from './acceptance.cypher.ts'

/** What the receiver says it checked; what is left out was not. */
export type Checked = { readonly [Field in keyof Omit<AcceptanceFacts, 'id' | 'at' | 'documentNumber'>]?: AcceptanceFacts[Field] | undefined } & { readonly photos?: readonly string[] | null | undefined }

const mostRemark = 1_000
const mostPhotos = 20
/** Colder or hotter than this nothing is delivered: a slip of the pen. */
const [coldest, hottest] = [-200, 80]

const refuseWrong = ({ temperature, remark, photos }: Checked): void => {
  if (temperature !== null && temperature !== undefined && (temperature < coldest || temperature > hottest)) throw new Refusal('INVALID_INPUT', `A temperature is in degrees Celsius, from ${coldest} to ${hottest}.`, ['acceptance', 'temperature'])
  if ((remark?.length ?? 0) > mostRemark) throw new Refusal('INVALID_INPUT', `A remark has at most ${mostRemark} characters.`, ['acceptance', 'remark'])
  if ((photos?.length ?? 0) > mostPhotos) throw new Refusal('TOO_LARGE', `At most ${mostPhotos} photos.`, ['acceptance', 'photos'])
}

/**
 * Keeps what was checked when goods arrived, beside the events of their receipt, with its photos.
 * @returns the record's id
 */
export const keepAcceptance = async (change: Change, checked: Checked, { at, documentNumber }: { at: string; documentNumber: string | null }, events: readonly CheckedEvent[]): Promise<string> => {
  refuseWrong(checked)
  const { temperature = null, packagingIntact = null, unexpired = null, registrationValid = null, supplierLicensed = null, certificatePresent = null } = checked
  const told = { temperature, packagingIntact, unexpired, registrationValid, supplierLicensed, certificatePresent, remark: checked.remark?.trim() || null }
  const photos = [...new Set(checked.photos ?? [])]
  const id = newId('acc')
  const [created] = await change.run(createAcceptance, { properties: { id, at, documentNumber, ...told, by: change.viewer.person ?? null, organization: change.viewer.organization, place: `${at}|${id}` }, events, photos })
  if (created?.attached !== photos.length) throw new Refusal('NOT_FOUND', 'One of the photos is none of your documents, or belongs to something else.', ['acceptance', 'photos'])
  const changes = Object.entries(told).filter(([field, value]) => value !== null && field !== 'remark').map(([field, value]) => ({ field, before: null, after: String(value) }))
  change.audit({ subject: id, changes: [...changes, { field: 'photos', before: null, after: String(photos.length) }], ...(told.remark === null ? {} : { reason: told.remark }) })
  return id
}
