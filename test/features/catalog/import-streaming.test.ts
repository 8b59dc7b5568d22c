import { once } from 'node:events'
import { createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import type { CatalogItem } from '../../../server/features/catalog/import/catalog-record.ts'
import { JsonCutter } from '../../../server/features/catalog/import/json-cutter.ts'
import { readGudid } from '../../../server/features/catalog/import/read-gudid.ts'
import { readUdid } from '../../../server/features/catalog/import/read-udid.ts'
import { XmlCutter } from '../../../server/features/catalog/import/xml-cutter.ts'
import { gtin, openFdaDevice, scratchFolder } from './import-reading.ts'

const scratch = scratchFolder()
const many = 20_000

const generate = async (name: string, head: string, each: (index: number) => string, tail: string): Promise<string> => {
  const path = join(scratch.path, name)
  const out = createWriteStream(path)
  out.write(head)
  for (let index = 0; index < many; index++) if (!out.write(each(index))) await once(out, 'drain')
  out.end(tail)
  await once(out, 'finish')
  return path
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Reads all and keeps nothing: gives how many records came and by how many megabytes the live heap grew on the way. */
const reading = async (items: AsyncIterable<CatalogItem>): Promise<{ records: number; growth: number }> => {
  collect()
  const before = process.memoryUsage().heapUsed
  let [records, greatest] = [0, before]
  for await (const item of items) {
    if ('record' in item) records++
    if (records % 4000 !== 0) continue
    collect()
    greatest = Math.max(greatest, process.memoryUsage().heapUsed)
  }
  return { records, growth: (greatest - before) / 1e6 }
}

it('cuts JSON in the same way wherever the pieces end', () => {
  const text = `{"meta":{"a":"\\"}{"},"results":[{"a":"x\\\\","b":[{"c":1}]} , {"d":"]"}],"last":{"e":2}}`
  const whole = new JsonCutter().push(text)
  expect(whole.map((record) => record.text)).toEqual(['{"a":"x\\\\","b":[{"c":1}]}', '{"d":"]"}'])
  for (let at = 1; at < text.length; at++) {
    const cutter = new JsonCutter()
    expect([...cutter.push(text.slice(0, at)), ...cutter.push(text.slice(at)), ...cutter.end()], `cut at ${at}`).toEqual(whole)
  }
})

it('cuts XML in the same way wherever the pieces end', () => {
  const text = '<udid>\n<devices>\n<device><deviceRecordKey>1</deviceRecordKey></device >\n<device\n>2</device></devices></udid>'
  const whole = new XmlCutter().push(text)
  expect(whole.map((record) => [record.line, record.text])).toEqual([
    [3, '<device><deviceRecordKey>1</deviceRecordKey></device >'], [4, '<device\n>2</device>'],
  ])
  for (let at = 1; at < text.length; at++) {
    const cutter = new XmlCutter()
    expect([...cutter.push(text.slice(0, at)), ...cutter.push(text.slice(at))], `cut at ${at}`).toEqual(whole)
  }
})

const filler = 'A sterile device with a long description. '.repeat(50)

it('reads 20,000 openFDA records (50 MB) with flat memory', async () => {
  const each = (index: number): string => `${index ? ',' : ''}${JSON.stringify(openFdaDevice(gtin(index), { device_description: `${index} ${filler}` }))}\n`
  const path = await generate('openfda.json', '{"meta":{"license":"CC0"},"results":[', each, ']}')
  const { records, growth } = await reading(readGudid(path))
  expect(statSync(path).size).toBeGreaterThan(45e6)
  expect(records).toBe(many)
  expect(growth).toBeLessThan(15)
})

it('reads 20,000 UDID records (50 MB) with flat memory', async () => {
  const each = (index: number): string =>
    `<device><zxxsdycpbs>${gtin(index)}</zxxsdycpbs><cpbsbmtxmc>GS1</cpbsbmtxmc><cpmctymc>支架</cpmctymc><ylqxzcrbarmc>某公司</ylqxzcrbarmc><cpms>${filler}</cpms></device>\n`
  const path = await generate('udid.xml', '<udid><devices>', each, '</devices></udid>')
  const { records, growth } = await reading(readUdid(path))
  expect(statSync(path).size).toBeGreaterThan(45e6)
  expect(records).toBe(many)
  expect(growth).toBeLessThan(15)
})

it('does not keep a record that never ends', async () => {
  const path = await generate('endless.json', '[{"company_name":"', () => filler, '')
  const items: CatalogItem[] = []
  for await (const item of readGudid(path)) items.push(item)
  expect(items).toEqual([{ rejected: { index: 0, line: 1, reason: 'the file ends inside this record' } }])
})
