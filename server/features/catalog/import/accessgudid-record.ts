import { type CatalogIdentifier, type CatalogMaker, type CatalogRecord, type CatalogRegistration, UnusableRecord } from './catalog-record.ts'
import { factsOf, labelOf, namesOf, withdrawnOn } from './accessgudid-facts.ts'
import { deviceIdentifierCode } from './device-identifier-code.ts'
import { type PackageLevel, withUnits } from './package-units.ts'
import { count, day, type Fields, group, list, text } from './record-fields.ts'
import { riskClass, schemeOfAgency, submissionNumber, typeOfIdentifier, versionText } from './us-terms.ts'

const levelOf = (identifier: Fields): PackageLevel => {
  const scheme = schemeOfAgency(text(identifier, 'deviceIdIssuingAgency'))
  const contains = text(identifier, 'containsDINumber')
  return {
    code: deviceIdentifierCode(text(identifier, 'deviceId') ?? '', scheme),
    scheme,
    type: typeOfIdentifier(text(identifier, 'deviceIdType')),
    level: text(identifier, 'pkgType'),
    contains: contains && deviceIdentifierCode(contains, scheme),
    quantity: count(identifier, 'pkgQuantity'),
  }
}

const registrationsOf = (device: Fields): CatalogRegistration[] =>
  list(group(device, 'premarketSubmissions'), 'premarketSubmission').flatMap((submission) => {
    const number = text(submission, 'submissionNumber')
    return number ? { number: submissionNumber(number, text(submission, 'supplementNumber')), market: 'US' } : []
  })

const makerOf = (device: Fields): CatalogMaker => {
  const name = text(device, 'companyName')
  if (!name) throw new UnusableRecord('companyName is missing')
  const [contact] = list(group(device, 'contacts'), 'customerContact')
  return { name, duns: text(device, 'dunsNumber'), phone: contact && text(contact, 'phone') }
}

const primaryOf = (identifiers: CatalogIdentifier[]): CatalogIdentifier => {
  const [primary, ...others] = identifiers.filter(({ type }) => type === 'PRIMARY')
  if (!primary || others.length > 0) throw new UnusableRecord(`one primary device identifier is expected, ${primary ? others.length + 1 : 0} found`)
  return primary
}

/**
 * A device of AccessGUDID, in the shape of its lookup answer or of its XML.
 * @param classes FDA's device classes of its product codes, which stand beside the device, not in it
 * @throws UnusableRecord with the reason
 */
export const accessGudidRecord = (device: Fields, classes: readonly (string | undefined)[] = []): CatalogRecord => {
  const identifiers = withUnits(list(group(device, 'identifiers'), 'identifier').map(levelOf), count(device, 'deviceCount') ?? 1)
  const { code: di, scheme } = primaryOf(identifiers)
  return {
    source: 'GUDID',
    version: versionText(day(device, 'publicVersionDate'), count(device, 'publicVersionNumber')),
    maker: makerOf(device),
    product: {
      di, scheme, ...namesOf(device), ...factsOf(device), ...labelOf(device),
      riskClass: riskClass(classes), withdrawnOn: withdrawnOn(device),
    },
    identifiers,
    registrations: registrationsOf(device),
  }
}
