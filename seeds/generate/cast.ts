import type { History, OrganizationSeed, ProductSeed, SiteSeed } from '../history.ts'

const countries = ['CN', 'DE', 'SG', 'US'] as const
const offsets: Readonly<Record<string, string>> = { CN: '+08:00', DE: '+01:00', SG: '+08:00', US: '-08:00' }

const numbered = (prefix: string, count: number, digits: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(digits, '0')}`)

export const makers = numbered('G-MAKER-', 2, 1)
export const suppliers = numbered('G-SUPPLIER-', 6, 1)
export const distributors = numbered('G-DISTRIBUTOR-', 20, 2)
export const hospitalCode = (index: number): string => `G-HOSPITAL-${String(index + 1).padStart(4, '0')}`

/** The first two hospitals have a fixed number of devices in the end: very many, and thirty. */
export const [largeHospital, smallHospital] = [hospitalCode(0), hospitalCode(1)]

export const mainSite = (organization: string): string => `${organization}-MAIN`
export const wardOf = (hospital: string): string => `${hospital}-WARD`

/** The offset that clocks show where an organization is. */
export const offsetOf = (organization: string): string => offsets[countryOf(organization)] ?? '+00:00'

const countryOf = (organization: string): string => {
  const number = Number(organization.slice(organization.lastIndexOf('-') + 1))
  return countries[number % countries.length] ?? 'CN'
}

const names: Readonly<Record<string, readonly [string, string, string]>> = {
  MAKER: ['Manufacturer', '制造商', 'MANUFACTURER'],
  SUPPLIER: ['Supplier', '供应商', 'SUPPLIER'],
  DISTRIBUTOR: ['Distributor', '经销商', 'DISTRIBUTOR'],
  HOSPITAL: ['Hospital', '医院', 'HOSPITAL'],
}

const organization = (code: string): OrganizationSeed => {
  const [, word = '', number = ''] = code.split('-')
  const [name = code, nameZh = code, kind = 'OPERATOR'] = names[word] ?? []
  return { code, name: `Generated ${name} ${number}`, nameZh: `模拟${nameZh} ${number}`, kinds: [kind], country: countryOf(code) }
}

const site = (code: string, kind: string): SiteSeed =>
  ({ code: mainSite(code), organization: code, name: 'Main store', nameZh: '总库', kind, country: countryOf(code), main: true })

const ward = (hospital: string): SiteSeed =>
  ({ code: wardOf(hospital), organization: hospital, name: 'Ward', nameZh: '病区', kind: 'WARD', country: countryOf(hospital), partOf: mainSite(hospital) })

/** A GTIN-14 under GS1's prefix for examples, 952. */
const gtin = (number: number): string => {
  const digits = `0952${String(number).padStart(9, '0')}`
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

const product = (number: number, kind: ProductSeed['kind'], maker: string, name: string, nameZh: string, serialControlled: boolean): ProductSeed => ({
  di: gtin(number), scheme: 'GS1', kind, maker, name: `${name} ${number}`, nameZh: `${nameZh} ${number}`, model: `G${number}`, lotControlled: true, serialControlled,
})

const kindsOfDevice = 8
const makerOf = (index: number): string => makers[index % makers.length] ?? ''

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

export const serialDevices = range(kindsOfDevice).map((index) => product(1001 + index, 'DEVICE', makerOf(index), 'Generated implant', '模拟植入物', true))
export const lotDevices = range(kindsOfDevice).map((index) => product(2001 + index, 'DEVICE', makerOf(index), 'Generated consumable', '模拟耗材', false))
export const components = makers.map((maker, index) => product(3001 + index, 'MATERIAL', maker, 'Generated subassembly', '模拟组件', false))
export const rawMaterials = suppliers.map((supplier, index) => product(4001 + index, 'MATERIAL', supplier, 'Generated raw material', '模拟原料', false))

/** All organizations, sites and products. */
export const introduce = (hospitals: number): History => {
  const codes = range(hospitals).map(hospitalCode)
  const others = [...makers, ...suppliers, ...distributors]
  return {
    organizations: [...others, ...codes].map(organization),
    sites: [...makers.map((code) => site(code, 'PLANT')), ...[...suppliers, ...distributors].map((code) => site(code, 'WAREHOUSE')), ...codes.flatMap((code) => [site(code, 'HOSPITAL'), ward(code)])],
    products: [...serialDevices, ...lotDevices, ...components, ...rawMaterials],
    settledExcept: [],
  }
}
