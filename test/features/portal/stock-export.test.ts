import { describe, expect, it } from 'vitest'
import { stockCsv, type StockRow } from '../../../portal/features/custody/inventory-export.ts'

const row: StockRow = {
  udi: '(01)08717648200274(10)5031184', serialNumber: null, lotNumber: '=HYPERLINK("x")', status: 'IN_STOCK', holds: ['QUARANTINED', 'EXPIRED'], heldSince: '2026-11-02T01:00:00.000Z',
  expiresOn: '2028-04-30', quantity: { value: 4, unit: 'EA' }, site: { name: 'Cath lab', nameZh: '心导管室' }, product: { di: '08717648200274', name: 'Stent, 3.50 mm', nameZh: null },
}
const words = { columns: ['site'], name: (it: { name: string, nameZh: string | null }) => it.nameZh ?? it.name, status: (code: string) => code.toLowerCase(), hold: (code: string) => code.toLowerCase() }

describe('stock as CSV', () => {
  it('writes what a row says, in words, and no formula', () => {
    const [, line] = stockCsv([row], words).split('\r\n')
    expect(line).toBe('心导管室,"Stent, 3.50 mm",08717648200274,"\'=HYPERLINK(""x"")",,2028-04-30,4,EA,in_stock,quarantined; expired,2026-11-02T01:00:00.000Z,(01)08717648200274(10)5031184')
  })

  it('leaves a cell empty where nothing is known', () => {
    const [, line] = stockCsv([{ ...row, site: null, lotNumber: null, expiresOn: null, heldSince: null, holds: [] }], words).split('\r\n')
    expect(line).toBe(',"Stent, 3.50 mm",08717648200274,,,,4,EA,in_stock,,,(01)08717648200274(10)5031184')
  })
})
