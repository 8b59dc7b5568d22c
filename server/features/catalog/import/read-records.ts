import { type CatalogItem, type CatalogRecord, type RecordPlace, UnusableRecord } from './catalog-record.ts'
import { fileText, unreadable } from './file-text.ts'
import { JsonCutter } from './json-cutter.ts'
import type { Fields } from './record-fields.ts'
import { XmlCutter } from './xml-cutter.ts'
import { xmlFields } from './xml-fields.ts'

interface RecordText extends RecordPlace {
  text: string
  broken?: string
}

/** A format's way from a record's text to what the catalogue keeps. */
export type Reading = (text: string) => CatalogRecord

const itemOf = ({ text, broken, index, line }: RecordText, read: Reading): CatalogItem => {
  try {
    if (broken) throw new UnusableRecord(broken)
    return { index, line, record: read(text) }
  } catch (error) {
    if (!(error instanceof UnusableRecord)) throw error
    return { rejected: { index, line, reason: error.message } }
  }
}

/** The records of a JSON file in any of the layouts that JsonCutter knows. */
export async function* jsonRecords(path: string, read: Reading): AsyncGenerator<CatalogItem> {
  const cutter = new JsonCutter()
  for await (const chunk of fileText(path)) for (const text of cutter.push(chunk)) yield itemOf(text, read)
  for (const text of cutter.end()) yield itemOf(text, read)
}

/**
 * The `<device>` elements of an XML file.
 * @throws Failure where the file declares a document type
 */
export async function* xmlRecords(path: string, read: (fields: Fields) => CatalogRecord): AsyncGenerator<CatalogItem> {
  const cutter = new XmlCutter()
  const reading: Reading = (text) => read(xmlFields(text))
  for await (const chunk of fileText(path)) {
    const texts = cutter.push(chunk)
    if (cutter.declaresType) throw unreadable(path, 'it declares a document type (DOCTYPE or ENTITY), which no register does; remove the declaration')
    for (const text of texts) yield itemOf(text, reading)
  }
  for (const text of cutter.end()) yield itemOf(text, reading)
}
