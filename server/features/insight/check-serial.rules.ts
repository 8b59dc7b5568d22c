import { inventoryKey } from '../custody/batch-edges.rules.ts'
import type { SerialState } from '../custody/custody-state.type.ts'
import { holdNames } from '../custody/serial-changes.rules.ts'
import { type Breach, difference, kept, unordered } from './breach.ts'
import type { StoredSerial } from './serial-invariants.cypher.ts'

const nameOf = ({ id, udi }: StoredSerial): string => `${id} ${udi}`

const count = (rule: string, serial: StoredSerial, found: readonly string[], expected: string, isRight: boolean): Breach[] =>
  isRight ? [] : [{ rule, thing: nameOf(serial), found: found.length === 0 ? 'none' : found.join(', '), expected }]

const identity = (serial: StoredSerial): Breach[] => {
  const products = serial.products.map(({ id }) => id)
  const batches = serial.batches.map(({ id }) => id)
  return [
    ...count('serial.product', serial, products, 'one product', products.length === 1),
    ...count('serial.batch', serial, batches, 'at most one batch', batches.length <= 1),
    ...(batches.length > 1 ? [] : difference('serial.batch property', nameOf(serial), serial.batch, batches[0] ?? null)),
  ]
}

const keyOf = ({ expiresOn, products, batches, serialNumber }: StoredSerial): string =>
  inventoryKey({ expiresOn, di: products[0]?.di ?? '', lotNumber: batches[0]?.lotNumber, serialNumber })

const holding = (serial: StoredSerial, state: SerialState): Breach[] => {
  const [thing, holders] = [nameOf(serial), serial.held.map(({ to }) => to)]
  const [edge] = serial.held
  if (holders.length > 1) return count('serial.holder', serial, holders, `one holder, ${state.holder ?? 'none'} by its events`, false)
  const wanted = { serial: serial.id, organization: edge?.to, key: keyOf(serial), since: serial.since }
  const found = { serial: edge?.serial, organization: edge?.organization, key: edge?.key, since: edge?.since }
  return [
    ...difference('serial.holder', thing, holders[0] ?? 'none', state.holder ?? 'none'),
    ...(edge === undefined ? [] : difference('HELD_BY properties', thing, found, wanted)),
    ...(holders.length > 0 && serial.used.length > 0 ? [{ rule: 'serial.used and held', thing, found: `held by ${holders.join()}, used at ${serial.used[0]?.site}`, expected: 'one of the two' }] : []),
  ]
}

const placing = (serial: StoredSerial, state: SerialState): Breach[] => {
  const thing = nameOf(serial)
  const [edge] = serial.stored
  const site = serial.stored.map(({ to }) => to).join() || 'none'
  const stranger = edge !== undefined && serial.held.length === 1 && edge.operator !== serial.held[0]?.to
  return [
    ...difference('serial.site', thing, site, state.site ?? 'none'),
    ...(edge === undefined ? [] : difference('STORED_AT properties', thing, { site: edge.site, key: edge.key }, { site: edge.to, key: keyOf(serial) })),
    ...(stranger ? [{ rule: 'serial.site of another', thing, found: `${site} of ${edge.operator ?? 'nobody'}`, expected: `a site of ${serial.held[0]?.to}` }] : []),
  ]
}

const standing = (serial: StoredSerial, state: SerialState): Breach[] => {
  const thing = nameOf(serial)
  return [
    ...difference('serial.status', thing, serial.status, state.status),
    ...difference('serial.holds', thing, [...serial.holds].sort(), holdNames(state.holds)),
    ...difference('serial.since', thing, serial.since, state.since ?? null),
    ...difference('serial.head', thing, serial.head, state.head ?? null),
    ...kept('serial.custody', thing, serial.custody, state),
  ]
}

const movement = (serial: StoredSerial, state: SerialState): Breach[] => {
  const thing = nameOf(serial)
  const { owner, holder, transit, usage } = state
  const order = ({ organization, from, until, status, holds }: StoredSerial['passed'][number]) => [organization, from, until, status, holds]
  return [
    ...difference('serial.owner', thing, serial.owners, owner === undefined || owner === holder ? [] : [owner]),
    ...difference('serial.transit', thing, serial.transit.map(({ from, to, since }) => [from, to, since]), transit === undefined ? [] : [[transit.from, transit.to, transit.since]]),
    ...difference('serial.usage', thing, serial.used.map(({ organization, site, on, kind }) => [organization, site, on, kind]),
      usage === undefined ? [] : [[usage.organization, usage.site, usage.on, usage.kind]]),
    ...difference('serial.passed', thing, unordered(serial.passed.map(order)), unordered(state.passed.map(order))),
  ]
}

/** Where a stored serial is not what its events, folded, say. */
export const checkSerial = (serial: StoredSerial, state: SerialState): Breach[] =>
  [...identity(serial), ...holding(serial, state), ...placing(serial, state), ...standing(serial, state), ...movement(serial, state)]
