import type { BatchSeed, EventSeed, History, SerialSeed, ThingSeed } from '../../../seeds/history.ts'

const organization = (code: string, kind: string) => ({ code, name: code, kinds: [kind], country: 'CN' })
const site = (code: string, operator: string, main: boolean) => ({ code, organization: operator, name: code, country: 'CN', main })
const product = (di: string, serialControlled: boolean) =>
  ({ di, scheme: 'GS1', kind: 'DEVICE', maker: 'MAKER', name: `Device ${di}`, lotControlled: true, serialControlled } as const)

const stent = '09520000010015'
const gauze = '09520000020014'
const resin = '09520000030013'
const monitor = '09520000040012'

const batch = (key: string, of: string, kind: BatchSeed['kind']): BatchSeed => ({ key, product: of, lotNumber: key, kind, madeBy: 'MAKER', expiresOn: '2028-01-31' })
const stentSerial = (key: string): SerialSeed => ({ key, product: stent, serialNumber: key, batch: 'F1' })
const equipment = (key: string): SerialSeed => ({ key, product: monitor, serialNumber: key })

let minutes = 0
const event = (bizStep: string, reportedBy: string, things: readonly ThingSeed[], more: Partial<EventSeed> = {}): EventSeed => {
  minutes += 1
  return {
    key: `${minutes} ${bizStep}`, type: 'OBJECT', action: 'OBSERVE', bizStep, eventTime: new Date(Date.UTC(2026, 0, 5, 8, minutes)).toISOString(),
    timeZoneOffset: '+08:00', site: `${reportedBy}-MAIN`, reportedBy, things, ...more,
  }
}

const serials = (role: ThingSeed['role'], ...keys: string[]): ThingSeed[] => keys.map((serial) => ({ role, serial }))
const units = (role: ThingSeed['role'], key: string, quantity: number): ThingSeed => ({ role, batch: key, quantity })

const production = (): EventSeed[] => [
  event('commissioning', 'MAKER', [units('EPC', 'R1', 100)], { action: 'ADD' }),
  event('commissioning', 'MAKER', [units('OUTPUT', 'C1', 60), units('INPUT', 'R1', 50)], { type: 'TRANSFORMATION', action: undefined }),
  event('commissioning', 'MAKER', [{ role: 'OUTPUT', batch: 'F1' }, units('INPUT', 'C1', 6)], { type: 'TRANSFORMATION', action: undefined }),
  event('commissioning', 'MAKER', serials('EPC', 's1', 's2', 's3', 's4', 's5', 's6', 'm1', 'm2', 'p1', 'p2'), { action: 'ADD' }),
  event('commissioning', 'MAKER', [units('OUTPUT', 'G1', 50), units('INPUT', 'C1', 5)], { type: 'TRANSFORMATION', action: undefined }),
  event('inspecting', 'MAKER', [...serials('EPC', 's1', 's2', 's3', 's4', 's5', 's6', 'm1', 'm2'), { role: 'EPC', batch: 'F1' }], { disposition: 'conformant' }),
  event('assembling', 'MAKER', [...serials('PARENT', 'm1'), ...serials('CHILD', 'p1')], { type: 'ASSOCIATION', action: 'ADD' }),
]

const parties = { from: 'MAKER', to: 'HOSPITAL' }

const journeys = (): EventSeed[] => [
  event('packing', 'MAKER', [{ role: 'PARENT', unit: 'carton' }, ...serials('CHILD', 's1', 's2')], { type: 'AGGREGATION', action: 'ADD' }),
  event('packing', 'MAKER', [{ role: 'PARENT', unit: 'pallet' }, { role: 'CHILD', unit: 'carton' }], { type: 'AGGREGATION', action: 'ADD' }),
  event('shipping', 'MAKER', [{ role: 'EPC', unit: 'pallet' }, ...serials('EPC', 's3', 's4', 's5', 'm1'), units('EPC', 'G1', 20)], parties),
  event('receiving', 'HOSPITAL', [{ role: 'EPC', unit: 'pallet' }, ...serials('EPC', 's3', 's4', 'm1'), units('EPC', 'G1', 15)], parties),
  event('unpacking', 'HOSPITAL', [{ role: 'PARENT', unit: 'carton' }], { type: 'AGGREGATION', action: 'DELETE' }),
  event('implanting', 'HOSPITAL', serials('EPC', 's3'), { site: 'HOSPITAL-WARD' }),
  event('dispensing', 'HOSPITAL', [units('EPC', 'G1', 4)], { site: 'HOSPITAL-WARD' }),
  event('removing', 'HOSPITAL', [...serials('PARENT', 'm1'), ...serials('CHILD', 'p1')], { type: 'ASSOCIATION', action: 'DELETE' }),
  event('shipping', 'MAKER', [units('EPC', 'N1', 5)], parties),
  event('receiving', 'HOSPITAL', [units('EPC', 'N1', 5)], parties),
]

/** Two organizations and one of each kind of story; lot N1 is shipped without ever having been made. */
export const smallHistory = (): History => {
  minutes = 0
  return {
    organizations: [organization('MAKER', 'MANUFACTURER'), organization('HOSPITAL', 'HOSPITAL')],
    sites: [site('MAKER-MAIN', 'MAKER', true), site('HOSPITAL-MAIN', 'HOSPITAL', true), site('HOSPITAL-WARD', 'HOSPITAL', false)],
    products: [product(stent, true), product(gauze, false), product(resin, false), product(monitor, true)],
    batches: [batch('R1', resin, 'RAW'), batch('C1', resin, 'COMPONENT'), batch('F1', stent, 'FINISHED'), batch('G1', gauze, 'FINISHED'), batch('N1', gauze, 'FINISHED')],
    serials: [...['s1', 's2', 's3', 's4', 's5', 's6'].map(stentSerial), ...['m1', 'm2', 'p1', 'p2'].map(equipment)],
    logisticUnits: [{ key: 'carton', sscc: '095200000000000017', kind: 'CARTON' }, { key: 'pallet', sscc: '095200000000000024', kind: 'PALLET' }],
    events: [...production(), ...journeys()],
    documents: [{ key: 'coc', kind: 'CERTIFICATE_OF_CONFORMITY', title: 'Certificate', mediaType: 'text/plain', content: 'Conforms.', issuer: 'MAKER', proves: [{ batch: 'F1' }] }],
  }
}
