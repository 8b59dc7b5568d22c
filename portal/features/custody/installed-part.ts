import type { Named } from '../../app/words.ts'
import { readOffline } from '../goods/read-offline.ts'

export interface Part {
  position: string | null
  installedAt: string | null
  removedAt: string | null
  serial: { id: string, serialNumber: string, product: Named } | null
  batch: { id: string, lotNumber: string, product: Named } | null
}

/** What a part is known by: its serial number, or its lot's. */
export const partOf = ({ serial, batch }: Part) =>
  serial ? { id: serial.id, number: `SN ${serial.serialNumber}`, product: serial.product } : { id: batch?.id ?? '', number: `LOT ${batch?.lotNumber ?? ''}`, product: batch?.product ?? { name: '', nameZh: null } }

/** The part in the device whose label was scanned; undefined where it is none of them. */
export function scannedPart(code: string, parts: readonly Part[]): Part | undefined {
  const { serial, lot } = readOffline(code)
  return parts.find((part) => part.serial ? [serial, code].includes(part.serial.serialNumber) : !serial && [lot, code].includes(part.batch?.lotNumber ?? null))
}
