import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { FieldChange } from '../../record/audit-row.ts'
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

type Told = Omit<AcceptanceFacts, 'id' | 'at' | 'documentNumber'>

/** For the record. A remark may name somebody: it stands apart, as a value of who wrote it (of the check, where a system did), so that it can be erased (exports/erase-words.ts). */
const changesOf = ({ remark, ...checked }: Told, photos: number, author: string): FieldChange[] => [
  ...Object.entries(checked).filter(([, value]) => value !== null).map(([field, value]) => ({ field, before: null, after: String(value) })),
  { field: 'photos', before: null, after: String(photos) },
  ...(remark === null ? [] : [{ field: 'remark', before: null, after: remark, person: author }]),
]

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
  change.audit({ subject: id, changes: changesOf(told, photos.length, change.viewer.person ?? id) })
  return id
}
