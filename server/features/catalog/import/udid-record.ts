import { type CatalogRecord, UnusableRecord } from './catalog-record.ts'
import { withUnits } from './package-units.ts'
import { count, day, type Fields, flag, group, list, text } from './record-fields.ts'
import { levelsOf, schemeOf } from './udid-identifiers.ts'
import { makerOf, registrationsOf, riskClassOf } from './udid-registration.ts'
import { versionText } from './us-terms.ts'

const mriSafety = (said: string | undefined): string | undefined => {
  const words: Record<string, string> = {
    安全: 'MR Safe', 条件安全: 'MR Conditional', 不安全: 'MR Unsafe', 0: 'MR Safe', 1: 'MR Conditional', 2: 'MR Unsafe',
  }
  return words[said ?? '']
}

const storageOf = (device: Fields): string[] => {
  const ranges = list(group(device, 'storageList'), 'storage').flatMap((storage) => {
    const limits = [text(storage, 'zdz'), text(storage, 'zgz')].filter(Boolean).join('–')
    const range = limits && `${limits} ${text(storage, 'jldw') ?? ''}`.trim()
    return [text(storage, 'cchcztj'), range].filter(Boolean).join('：') || []
  })
  return [...ranges, text(device, 'tscchcztj') ?? []].flat()
}

const namesOf = (device: Fields) => {
  const nameZh = text(device, 'cpmctymc')
  if (!nameZh) throw new UnusableRecord('product name (cpmctymc) is missing')
  const brand = text(device, 'spmc')
  // UDID has no English product name; a trade name in Latin letters is the nearest thing.
  const name = brand && /[A-Za-z]/.test(brand) && !/\p{Script=Han}/u.test(brand) ? brand : nameZh
  return { name, nameZh, brand, model: text(device, 'ggxh'), catalogNumber: text(device, 'cphhhbh'), description: text(device, 'cpms') }
}

/** By the classification catalogue of 2017: 12 are active implants, 13 passive ones. Other classes hold some too (ophthalmic, dental). */
const implantable = (classification: string | undefined): true | undefined => (/^1[23]\b/.test(classification ?? '') ? true : undefined)

const factsOf = (device: Fields) => ({
  implantable: implantable(text(device, 'flbm')),
  sterile: flag(device, 'sfwwjbz'),
  sterilizePriorToUse: flag(device, 'syqsfxyjxmj'),
  singleUse: flag(device, 'sfbjwycxsy'),
  maxReuse: count(device, 'zdcfsycs'),
  mriSafety: mriSafety(text(device, 'cgzmraqxgxx')),
  storage: storageOf(device),
  lotControlled: flag(device, 'scbssfbhph') ?? false,
  serialControlled: flag(device, 'scbssfbhxlh') ?? false,
  expiryControlled: flag(device, 'scbssfbhsxrq') ?? false,
  madeOnLabel: flag(device, 'scbssfbhscrq') ?? false,
  withdrawnOn: day(device, 'tsrq'),
  nhsaCode: text(device, 'ybbm'),
})

/**
 * A device of China's UDID, by the names of its XML.
 * @throws UnusableRecord with the reason
 */
export const udidRecord = (device: Fields): CatalogRecord => {
  if (text(device, 'versionStauts') === '删除') throw new UnusableRecord('the register has deleted this record')
  const scheme = schemeOf(device)
  const identifiers = withUnits(levelsOf(device, scheme), count(device, 'zxxsdyzsydydsl') ?? 1)
  const [primary] = identifiers
  if (primary?.type !== 'PRIMARY') throw new UnusableRecord('primary device identifier (zxxsdycpbs) is missing')
  const registrations = registrationsOf(device)
  const number = registrations[0]?.number
  return {
    source: 'UDID',
    version: versionText(day(device, 'versionTime'), count(device, 'versionNumber')),
    maker: makerOf(device, number),
    product: { di: primary.code, scheme, ...namesOf(device), ...factsOf(device), riskClass: riskClassOf(number) },
    identifiers,
    registrations,
  }
}
