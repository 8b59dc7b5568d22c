import { type CatalogItem, type CatalogRecord, UnusableRecord } from './catalog-record.ts'
import { accessGudidRecord } from './accessgudid-record.ts'
import { fileHead, unreadable } from './file-text.ts'
import { openFdaRecord } from './openfda-record.ts'
import { jsonRecords, xmlRecords } from './read-records.ts'
import { type Fields, group, list, text } from './record-fields.ts'
import { xmlFields } from './xml-fields.ts'

const expected = 'AccessGUDID lookup or history JSON, openFDA device/udi JSON, or GUDID XML with <device> elements is expected'

/** So many records of an unknown form before the first known one, and the file is taken for something else. */
const patience = 1000

const parsed = (json: string): Fields => {
  try {
    return JSON.parse(json) as Fields
  } catch (error) {
    throw new UnusableRecord(`it is not valid JSON (${(error as Error).message})`)
  }
}

/** AccessGUDID's history answers with the XML of each version, by its number. */
const newestOf = (history: Fields): Fields => {
  const numbers = Object.keys(history).sort((a, b) => Number(b) - Number(a))
  const xml = text(group(history, numbers[0] ?? ''), 'xml')
  if (!xml) throw new UnusableRecord('its history holds no version')
  return xmlFields(xml.replace(/^<\?xml[^>]*\?>/, ''))
}

const fromJson = (json: string): CatalogRecord => {
  const answer = parsed(json)
  if (answer.gudid) {
    const classes = list(answer, 'productCodes').map((code) => text(code, 'deviceClass'))
    return accessGudidRecord(group(group(answer, 'gudid'), 'device'), classes)
  }
  if (answer.history) return accessGudidRecord(newestOf(group(answer, 'history')))
  if (answer.companyName || answer.publicDeviceRecordKey) return accessGudidRecord(answer)
  // openFDA's documentation shows its example under `header`.
  const device = answer.header ? group(answer, 'header') : answer
  if (!device.company_name && !device.identifiers) throw new UnusableRecord(expected)
  return openFdaRecord(device)
}

async function* itemsOf(path: string): AsyncGenerator<CatalogItem> {
  const head = await fileHead(path)
  if (head.startsWith('<')) yield* xmlRecords(path, accessGudidRecord)
  else if (/^[{[]/.test(head)) yield* jsonRecords(path, fromJson)
  else throw unreadable(path, expected)
}

/**
 * Reads device records of FDA's GUDID; finds by itself which of the published forms the file has. Streams; a record
 * that cannot be used is given as rejected, and the others follow.
 * @throws Failure where the file holds no device record in any form
 */
export async function* readGudid(path: string): AsyncGenerator<CatalogItem> {
  const foreign: CatalogItem[] = []
  let known = false
  for await (const item of itemsOf(path)) {
    known ||= 'record' in item || item.rejected.reason !== expected
    if (known) yield* [...foreign.splice(0), item]
    else if (foreign.push(item) > patience) break
  }
  if (!known) throw unreadable(path, expected)
}
