import type { CatalogItem } from './catalog-record.ts'
import { fileHead, unreadable } from './file-text.ts'
import { xmlRecords } from './read-records.ts'
import { udidRecord } from './udid-record.ts'

/**
 * Reads the XML file that China's UDID publishes (udi.nmpa.gov.cn, daily to full, unzipped): `<udid><devices><device>…`.
 * Streams; a record that cannot be used is given as rejected, and the others follow.
 * @throws Failure where the file is no such file
 */
export async function* readUdid(path: string): AsyncGenerator<CatalogItem> {
  if (!/<udid[\s>]/.test(await fileHead(path))) throw unreadable(path, "it is not China's UDID XML, which begins with <udid>")
  yield* xmlRecords(path, udidRecord)
}
