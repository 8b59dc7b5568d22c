import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGudid } from '../../../server/features/catalog/import/read-gudid.ts'
import { gtin, openFdaDevice, readAll, scratchFolder } from './import-reading.ts'

const scratch = scratchFolder()
const one = async (path: string) => {
  const { records, rejected } = await readAll(readGudid(path))
  expect(rejected).toEqual([])
  expect(records).toHaveLength(1)
  return records[0]!
}

describe('real records', () => {
  it('reads an AccessGUDID lookup', async () => {
    const { maker, product, identifiers, version } = await one('seeds/catalog/gudid-xience-alpine.json')
    expect(version).toBe('2018-07-23|000003')
    expect(maker).toEqual({ name: 'ABBOTT VASCULAR INC.', duns: '964569052', phone: '+1(800)227-9902' })
    expect(product).toMatchObject({
      di: '08717648200274', scheme: 'GS1', brand: 'XIENCE ALPINE', model: '1145350-28', riskClass: 'III', mriSafety: 'MR Conditional',
      name: 'XIENCE Alpine Everolimus Eluting Coronary Stent System 3.50 mm x 28 mm / Over-The-Wire',
      gmdnName: 'Drug-eluting coronary artery stent, non-bioabsorbable-polymer-coated',
      sterile: true, singleUse: true, lotControlled: true, serialControlled: false, expiryControlled: true, madeOnLabel: false,
      storage: [
        'Handling Environment Temperature: 15 to 30 °C',
        'Store in a dry, dark, cool place. Protect from light. Store at 25 degrees C; excursions between 15 to 30 degrees C permitted.',
        'Storage Environment Temperature: 25 °C',
      ],
    })
    expect(product.withdrawnOn).toBeUndefined()
    expect(identifiers).toEqual([expect.objectContaining({ code: '08717648200274', type: 'PRIMARY', units: 1 })])
  })

  it('knows an implant by any of its GMDN terms, and nothing where none says', async () => {
    expect((await one('seeds/catalog/gudid-cs2-acetabular-insert.xml')).product.implantable).toBe(true)
    expect((await one('seeds/catalog/gudid-coroent.json')).product.implantable).toBe(false)
    expect((await one('seeds/catalog/gudid-xience-alpine.json')).product.implantable).toBeUndefined()
  })

  it('knows what is no longer distributed', async () => {
    const { product } = await one('seeds/catalog/gudid-emperion.json')
    expect(product).toMatchObject({ di: '03596010535344', name: 'EMPERION 19MM MODULAR PILOT', withdrawnOn: '2018-03-30', sterilizePriorToUse: true, riskClass: 'II' })
  })

  it('takes the newest version out of a history', async () => {
    const record = await one('test/features/catalog/import-data/gudid-emperion-history.json')
    expect(record.version).toBe('2019-02-07|000005')
    expect(record.maker.name).toBe('Smith & Nephew, Inc.')
    expect(record.product.gmdnName).toBe('Femoral stem prosthesis trial')
  })

  it("reads the example in openFDA's documentation", async () => {
    const { maker, product } = await one('seeds/catalog/gudid-coroent.json')
    expect(maker).toMatchObject({ name: 'Nuvasive, Inc.', phone: '+1(858)909-1800' })
    expect(product).toMatchObject({
      di: '00887517567062', name: 'CoRoent Ant TLIF PEEK, 16x13x28mm 4°', riskClass: 'II', gmdnCode: '57805', sterile: false, sterilizePriorToUse: true,
    })
  })

  it('reads GUDID XML, and counts no units where the chain of packages has a gap', async () => {
    const { product, identifiers, registrations } = await one('seeds/catalog/gudid-cs2-acetabular-insert.xml')
    expect(product).toMatchObject({ di: '00844588018923', gmdnCode: '43691', expiryControlled: true })
    expect(product.withdrawnOn, 'an end date of what is still distributed').toBeUndefined()
    expect(product.storage).toEqual([
      'Storage Environment Temperature: -30 to 8 °C', 'This device must be stored in a dry location away from temperature extremes',
    ])
    expect(identifiers[1]).toMatchObject({ code: '00844868017264', type: 'PACKAGE', level: 'case', contains: '00844868017288' })
    expect(identifiers[1]!.units).toBeUndefined()
    expect(registrations.map(({ number }) => number)).toEqual(['K094035', 'P950002/S001'])
  })
})

describe('layouts', () => {
  const [first, second] = [openFdaDevice(gtin(1)), openFdaDevice(gtin(2))]
  const layouts: Record<string, string> = {
    'an array': JSON.stringify([first, second]),
    'an indented array': `\uFEFF\n${JSON.stringify([first, second], null, 2)}\n`,
    NDJSON: `${JSON.stringify(first)}\n${JSON.stringify(second)}\n`,
    'objects one after the other, indented': `${JSON.stringify(first, null, 1)}\n${JSON.stringify(second, null, 1)}`,
    "openFDA's results": JSON.stringify({ meta: { results: { skip: 0 } }, results: [first, second] }),
    'results before meta': JSON.stringify({ results: [first, second], meta: { license: 'CC0' } }, null, 2),
  }
  it.each(Object.entries(layouts))('reads %s', async (name, text) => {
    const { records, rejected } = await readAll(readGudid(scratch.file(`${name}.json`, text)))
    expect(rejected).toEqual([])
    expect(records.map(({ product }) => product.di)).toEqual([gtin(1), gtin(2)])
  })

  it('multiplies package counts down to devices', async () => {
    const packages = [
      { id: gtin('1000000000001'), type: 'Package', issuing_agency: 'GS1', unit_of_use_id: gtin(1), quantity_per_package: '10', package_type: 'BOX' },
      { id: gtin('2000000000001'), type: 'Package', issuing_agency: 'GS1', unit_of_use_id: gtin('1000000000001'), quantity_per_package: '4' },
    ]
    const device = openFdaDevice(gtin(1), { device_count_in_base_package: '5' })
    const text = JSON.stringify({ ...device, identifiers: [...packages, { id: gtin(1).slice(1), type: 'Primary', issuing_agency: 'GS1' }] })
    const { identifiers } = await one(scratch.file('packages.json', text))
    expect(identifiers.map(({ code, units }) => [code, units])).toEqual([[gtin('1000000000001'), 50], [gtin('2000000000001'), 200], [gtin(1), 5]])
  })
})

describe('what is malformed', () => {
  const good = JSON.stringify(openFdaDevice(gtin(2)))
  const fully = JSON.stringify(openFdaDevice(gtin(1)))
  const bad: Record<string, [string, RegExp]> = {
    'a bare word': [fully.replace('"Example"', 'Example'), /not valid JSON/],
    'a missing brace': [fully.slice(0, -1), /next record begins/],
    'a missing bracket': [fully.replace(']', ''), /not valid JSON/],
    'an unclosed string': [fully.slice(0, fully.indexOf('Medical')), /next record begins|not valid JSON/],
    'a wrong check digit': [fully.replace(gtin(1), '00000000000013'), /wrong GTIN check digit/],
    'letters in a GTIN': [fully.replace(gtin(1), '0000000000001X'), /is no GTIN/],
    'an unknown agency': [fully.replace('GS1', 'XYZ'), /issuing agency XYZ is unknown/],
    'no primary identifier': [fully.replace('Primary', 'Secondary'), /one primary device identifier is expected, 0 found/],
    'no company': [fully.replace('Example Medical, Inc.', ' '), /companyName is missing/],
  }
  it.each(Object.entries(bad))('refuses %s alone', async (name, [text, reason]) => {
    const { records, rejected } = await readAll(readGudid(scratch.file(`bad ${name}.ndjson`, `${good}\n${text}\n${good}\n`)))
    expect(rejected).toEqual([{ index: 1, line: 2, reason: expect.stringMatching(reason) }])
    expect(records).toHaveLength(2)
  })

  it('refuses one element of an array and reads its neighbours', async () => {
    const text = `{"results": [\n${good},\n{"company_name": nobody},\n${fully}\n]}`
    const { records, rejected } = await readAll(readGudid(scratch.file('array.json', text)))
    expect(rejected).toEqual([{ index: 1, line: 3, reason: expect.stringMatching(/not valid JSON/) }])
    expect(records).toHaveLength(2)
  })

  it('names the record that the file ends inside', async () => {
    const { records, rejected } = await readAll(readGudid(scratch.file('cut.json', `[${good},\n${fully.slice(0, 80)}`)))
    expect(records).toHaveLength(1)
    expect(rejected).toEqual([{ index: 1, line: 2, reason: 'the file ends inside this record' }])
  })

  it('refuses a package that contains itself', async () => {
    const loop = [gtin(5), gtin(6)].map((id, at, all) => ({ id, type: 'Package', issuing_agency: 'GS1', quantity_per_package: 2, unit_of_use_id: all[1 - at] }))
    const primary = { id: gtin(1), type: 'Primary', issuing_agency: 'GS1' }
    const text = JSON.stringify(openFdaDevice(gtin(1), { identifiers: [primary, ...loop] }))
    const { rejected } = await readAll(readGudid(scratch.file('loop.json', text)))
    expect(rejected[0]!.reason).toMatch(/contains itself/)
  })
})

describe('what is no GUDID file', () => {
  const foreign: Record<string, string> = {
    'an answer about a label': '{"udi":"(01)00208851107345(17)150331","issuingAgency":"GS1","di":"00208851107345"}',
    'an error answer': '{"error":{"code":"NOT_FOUND","message":"No matches found!"}}',
    'an HTML page': '<!doctype html><html><body>404</body></html>',
    'plain text': 'Dear customer,',
    nothing: '',
  }
  it.each(Object.entries(foreign))('says so of %s', async (name, text) => {
    await expect(readAll(readGudid(scratch.file(`${name}.txt`, text)))).rejects.toThrow(/was not imported: .+\.$/)
  })

  it('says what is wrong with a path or a packed file', async () => {
    await expect(readAll(readGudid(join(scratch.path, 'missing.json')))).rejects.toThrow('there is no such file')
    mkdirSync(join(scratch.path, 'folder'))
    await expect(readAll(readGudid(join(scratch.path, 'folder')))).rejects.toThrow('it is a folder')
    await expect(readAll(readGudid(scratch.file('packed.zip', 'PK\u0003\u0004')))).rejects.toThrow('unpack it')
  })
})
