import { UnusableRecord } from './catalog-record.ts'
import { day, type Fields, flag, group, list, text } from './record-fields.ts'
import { deviceName, mriSafety, storageLine } from './us-terms.ts'

const storageOf = (device: Fields): string[] =>
  list(group(device, 'environmentalConditions'), 'storageHandling').flatMap((handling) => {
    const [low, high] = [group(handling, 'storageHandlingLow'), group(handling, 'storageHandlingHigh')]
    return storageLine({
      condition: text(handling, 'storageHandlingType'),
      low: text(low, 'value'),
      high: text(high, 'value'),
      unit: text(high, 'unit') ?? text(low, 'unit'),
      special: text(handling, 'storageHandlingSpecialConditionText'),
    }) ?? []
  })

/** What the label's production identifier carries. */
export const labelOf = (device: Fields) => ({
  lotControlled: flag(device, 'lotBatch') ?? false,
  serialControlled: flag(device, 'serialNumber') ?? false,
  expiryControlled: flag(device, 'expirationDate') ?? false,
  madeOnLabel: flag(device, 'manufacturingDate') ?? false,
})

/** Whether any of its terms is of an implant; undefined where none says. */
const implantable = (terms: readonly Fields[]): boolean | undefined => {
  const said = terms.map((term) => flag(term, 'implantable'))
  return said.includes(true) || (said.includes(false) ? false : undefined)
}

/** What the device is and how it is kept. */
export const factsOf = (device: Fields) => {
  const terms = list(group(device, 'gmdnTerms'), 'gmdn')
  const [gmdn] = terms
  const sterilization = group(device, 'sterilization')
  return {
    gmdnCode: gmdn && text(gmdn, 'gmdnCode'),
    gmdnName: gmdn && text(gmdn, 'gmdnPTName'),
    implantable: implantable(terms),
    sterile: flag(sterilization, 'deviceSterile'),
    sterilizePriorToUse: flag(sterilization, 'sterilizationPriorToUse'),
    singleUse: flag(device, 'singleUse'),
    mriSafety: mriSafety(text(device, 'MRISafetyStatus')),
    storage: storageOf(device),
  }
}

export const namesOf = (device: Fields) => {
  const brand = text(device, 'brandName')
  const model = text(device, 'versionModelNumber')
  const description = text(device, 'deviceDescription')
  const name = deviceName(brand, model, description)
  if (!name) throw new UnusableRecord('brand, model and description are all missing')
  return { name, brand, model, description, catalogNumber: text(device, 'catalogNumber') }
}

// A record may carry an end date and be sold all the same; the status decides.
export const withdrawnOn = (device: Fields): string | undefined =>
  text(device, 'deviceCommDistributionStatus') === 'Not in Commercial Distribution' ? day(device, 'deviceCommDistributionEndDate') : undefined
