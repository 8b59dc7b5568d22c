import type { CatalogRecord } from './catalog-record.ts'
import { accessGudidRecord } from './accessgudid-record.ts'
import { type Fields, group, list, text } from './record-fields.ts'

const identifierOf = (identifier: Fields): Fields => ({
  deviceId: identifier.id,
  deviceIdType: identifier.type,
  deviceIdIssuingAgency: identifier.issuing_agency,
  // openFDA keeps GUDID's containsDINumber under this name, on packages too.
  containsDINumber: identifier.unit_of_use_id,
  pkgQuantity: identifier.quantity_per_package,
  pkgType: identifier.package_type,
})

const handlingOf = (storage: Fields): Fields => ({
  storageHandlingType: storage.type,
  storageHandlingLow: storage.low,
  storageHandlingHigh: storage.high,
  storageHandlingSpecialConditionText: storage.special_conditions,
})

const submissionOf = (submission: Fields): Fields => ({
  submissionNumber: submission.submission_number,
  supplementNumber: submission.supplement_number,
})

const groupsOf = (device: Fields): Fields => {
  const sterilization = group(device, 'sterilization')
  return {
    identifiers: { identifier: list(device, 'identifiers').map(identifierOf) },
    environmentalConditions: { storageHandling: list(device, 'storage').map(handlingOf) },
    premarketSubmissions: { premarketSubmission: list(device, 'premarket_submissions').map(submissionOf) },
    gmdnTerms: { gmdn: list(device, 'gmdn_terms').map((term) => ({ gmdnCode: term.code, gmdnPTName: term.name, implantable: term.implantable })) },
    contacts: { customerContact: list(device, 'customer_contacts') },
    sterilization: { deviceSterile: sterilization.is_sterile, sterilizationPriorToUse: sterilization.is_sterilization_prior_use },
  }
}

/** openFDA renames GUDID's fields and says nothing else, so a device is renamed back and read once. */
const accessGudidNames = (device: Fields): Fields => ({
  ...groupsOf(device),
  publicVersionDate: device.public_version_date ?? device.publish_date,
  publicVersionNumber: device.public_version_number,
  deviceCommDistributionStatus: device.commercial_distribution_status,
  deviceCommDistributionEndDate: device.commercial_distribution_end_date,
  brandName: device.brand_name,
  versionModelNumber: device.version_or_model_number,
  catalogNumber: device.catalog_number,
  deviceDescription: device.device_description,
  companyName: device.company_name,
  dunsNumber: device.labeler_duns_number,
  deviceCount: device.device_count_in_base_package,
  singleUse: device.is_single_use,
  lotBatch: device.has_lot_or_batch_number,
  serialNumber: device.has_serial_number,
  manufacturingDate: device.has_manufacturing_date,
  expirationDate: device.has_expiration_date,
  MRISafetyStatus: device.mri_safety,
})

/**
 * A result of openFDA's device/udi.
 * @throws UnusableRecord with the reason
 */
export const openFdaRecord = (device: Fields): CatalogRecord => {
  const classes = list(device, 'product_codes').map((code) => text(group(code, 'openfda'), 'device_class'))
  return accessGudidRecord(accessGudidNames(device), classes)
}
