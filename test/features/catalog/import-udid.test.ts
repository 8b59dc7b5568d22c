import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readGudid } from '../../../server/features/catalog/import/read-gudid.ts'
import { readUdid } from '../../../server/features/catalog/import/read-udid.ts'
import { readAll, scratchFolder } from './import-reading.ts'

const scratch = scratchFolder()
const demo = readFileSync('seeds/catalog/udid-demo.xml', 'utf8')
const demoRecords = async () => (await readAll(readUdid('seeds/catalog/udid-demo.xml'))).records
const byModel = async (model: string) => (await demoRecords()).find(({ product }) => product.model === model)!

const device = (members: Record<string, string>): string =>
  `<device>${Object.entries(members).map(([name, text]) => `<${name}>${text}</${name}>`).join('')}</device>`
const least = {
  zxxsdycpbs: '06972145030188', cpbsbmtxmc: 'GS1', cpmctymc: '输液泵', ylqxzcrbarmc: '宁川迈岚医疗器械有限公司', tyshxydm: '91330299MA7M1LAN4L',
  zczbhhzbapzbh: '国械注准20223140618', versionTime: '2025-03-18', versionNumber: '2',
}
const file = (name: string, devices: string): string => scratch.file(name, `<?xml version="1.0" encoding="UTF-8"?>\n<udid version="1.0"><devices>\n${devices}\n</devices></udid>\n`)
const only = async (name: string, members: Record<string, string>) => {
  const { records, rejected } = await readAll(readUdid(file(name, device(members))))
  expect(rejected).toEqual([])
  return records[0]!
}

describe('the demo file', () => {
  it('is read whole', async () => {
    const { records, rejected } = await readAll(readUdid('seeds/catalog/udid-demo.xml'))
    expect(rejected).toEqual([])
    expect(records).toHaveLength(9)
    expect(new Set(records.map(({ maker }) => JSON.stringify(maker))).size).toBe(1)
    expect(records[0]!.maker).toEqual({
      name: 'Ningchuan Mailan Medical Devices Co., Ltd.', nameZh: '宁川迈岚医疗器械有限公司', uscc: '91330299MA7M1LAN4L', country: 'CN', phone: '0574-55550118',
    })
  })

  it('has equipment with a serial and no lot', async () => {
    const { product, registrations, version } = await byModel('IP-4B')
    expect(version).toBe('2025-03-18|000002')
    expect(product).toMatchObject({
      di: '06972145030188', scheme: 'GS1', name: 'Mailan IP-4 Volumetric Infusion Pump', nameZh: '输液泵', riskClass: 'III', mriSafety: 'MR Unsafe',
      lotControlled: false, serialControlled: true, madeOnLabel: true, expiryControlled: false, storage: ['运输储存温度：-20–55 ℃', '运输储存湿度：10–93 %RH'],
    })
    expect(registrations).toEqual([{ number: '国械注准20223140618', market: 'CN', holder: '宁川迈岚医疗器械有限公司' }])
  })

  it.each([['13-07-01', true], ['12-01-01', true], ['14-02-01', undefined], ['', undefined]])('classification %s: implantable %s', async (flbm, implantable) =>
    expect((await only(`class-${flbm}.xml`, { ...least, flbm })).product.implantable).toBe(implantable))

  it('multiplies units through box and carton, under GS1 and MA', async () => {
    const set = await byModel('ML-IS5-P')
    expect(set.identifiers.map(({ code, type, level, units }) => [code, type, level, units])).toEqual([
      ['06972145030256', 'PRIMARY', undefined, 1], ['16972145030253', 'PACKAGE', '盒', 10], ['26972145030250', 'PACKAGE', '箱', 100],
    ])
    const syringe = await byModel('20ml')
    expect(syringe.product).toMatchObject({ scheme: 'MA', di: 'MA.156.M0.990731.10031024', name: '一次性使用无菌注射器 带针', riskClass: 'II' })
    expect(syringe.identifiers.map(({ units }) => units)).toEqual([1, 50, 1200])
  })

  it('tells the sales unit from the unit of use', async () => {
    const { identifiers } = await byModel('CVC-7F-3L')
    expect(identifiers.map(({ type, units }) => [type, units])).toEqual([['PRIMARY', 5], ['UNIT_OF_USE', 1], ['PACKAGE', 100]])
  })

  it('keeps withdrawal, reuse, sterility and billing code', async () => {
    expect((await byModel('50 片/盒')).product.withdrawnOn).toBe('2026-03-31')
    const scissors = await byModel('直 18cm')
    expect(scissors.product).toMatchObject({ maxReuse: 200, sterile: false, sterilizePriorToUse: true, riskClass: 'I' })
    expect(scissors.identifiers, 'a direct mark with the same code adds none').toHaveLength(1)
    const balloon = await byModel('2.50×15')
    expect(balloon.product).toMatchObject({ lotControlled: true, serialControlled: true, sterile: true, nhsaCode: 'C0313040110000907356' })
    expect(balloon.product.storage).toContain('避光，干燥通风处保存')
    expect(balloon.product.description).toContain('A & B marker bands')
  })
})

describe('a device', () => {
  it('has a direct mark of its own', async () => {
    const { identifiers } = await only('mark.xml', { ...least, sfybtzjbs: '是', btcpbs: '06972145030256' })
    expect(identifiers[1]).toMatchObject({ code: '06972145030256', type: 'DIRECT_MARK', units: 1 })
  })

  it('does not lend the credit code of its agent in China to a maker abroad', async () => {
    const { maker } = await only('import.xml', { ...least, ylqxzcrbarywmc: 'Example GmbH', zczbhhzbapzbh: '国械注进20162705149' })
    expect(maker).toMatchObject({ name: 'Example GmbH', nameZh: '宁川迈岚医疗器械有限公司' })
    expect(maker.uscc ?? maker.country).toBeUndefined()
  })

  it('may stand under two registrations', async () => {
    const { registrations } = await only('two.xml', { ...least, zczbhhzbapzbh: '国械注准20223140618,浙械注准20182140337' })
    expect(registrations.map(({ number }) => number)).toEqual(['国械注准20223140618', '浙械注准20182140337'])
  })

  it('is read over stray ampersands and control characters, which the published files have', async () => {
    const { product } = await only('stray.xml', { ...least, spmc: 'A & B &amp; C\u0001 &nbsp; &#68;', ggxh: '<![CDATA[X<1]]>' })
    expect(product.brand).toBe('A & B & C &nbsp; D')
    expect(product.model).toBe('X<1')
  })
})

describe('what is malformed', () => {
  const bad: Record<string, [string, RegExp]> = {
    'a tag that nothing opened': [device(least).replace('</cpmctymc>', '</cpmctymc></oops>'), /not well-formed XML/],
    'a tag that nothing closes': [device(least).replace('</cpmctymc>', ''), /not well-formed XML/],
    'a missing end': [device(least).replace('</device>', ''), /next record begins/],
    'no identifier': [device({ ...least, zxxsdycpbs: '' }), /zxxsdycpbs\) is missing/],
    'an unknown agency': [device({ ...least, cpbsbmtxmc: '某机构' }), /某机构 is unknown/],
    'a wrong check digit': [device({ ...least, zxxsdycpbs: '06972145030189' }), /wrong GTIN check digit/],
    'no name': [device({ ...least, cpmctymc: '/' }), /cpmctymc\) is missing/],
    'no registrant': [device({ ...least, ylqxzcrbarmc: '' }), /ylqxzcrbarmc\) is missing/],
    'a deleted record': [device({ ...least, versionStauts: '删除' }), /deleted/],
    'very deep nesting': [`<device>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</device>`, /more than 16 levels/],
    'a document type inside': [`<device><!DOCTYPE x [<!ENTITY a "b">]>&a;</device>`, /not well-formed XML/],
  }
  it.each(Object.entries(bad))('refuses %s alone', async (name, [text, reason]) => {
    const { records, rejected } = await readAll(readUdid(file(`bad ${name}.xml`, [device(least), text, device(least)].join('\n'))))
    expect(rejected).toEqual([{ index: 1, line: 4, reason: expect.stringMatching(reason) }])
    expect(records).toHaveLength(2)
  })

  it('names the record that the file ends inside', async () => {
    const { records, rejected } = await readAll(readUdid(scratch.file('cut.xml', demo.slice(0, demo.lastIndexOf('<tsrq')))))
    expect(records).toHaveLength(8)
    expect(rejected).toEqual([{ index: 8, line: 438, reason: 'the file ends inside this record' }])
  })
})

describe('what is no UDID file', () => {
  const laughs = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>'
  const outside = '<!DOCTYPE udid SYSTEM "file:///etc/passwd">'

  it.each([laughs, outside])('never expands an entity: %s', async (prolog) => {
    const path = scratch.file('bomb.xml', `${prolog}<udid><devices>${device({ ...least, spmc: '&lol2;' })}</devices></udid>`)
    await expect(readAll(readUdid(path))).rejects.toThrow(/declares a document type/)
    await expect(readAll(readGudid(path))).rejects.toThrow(/declares a document type/)
  })

  it.each(['seeds/catalog/gudid-emperion.json', 'seeds/catalog/gudid-cs2-acetabular-insert.xml', 'package.json'])('says so of %s', async (path) => {
    await expect(readAll(readUdid(path))).rejects.toThrow(`${path} was not imported: it is not China's UDID XML`)
  })
})
