import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import type { Readable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { readLabel } from '../../../server/features/identify/read-label.ts'
import { labelSizes, labelsPdf, type LabelSize } from '../../../server/features/labels/draw-label.ts'
import { contentOfThing, contentOfUnit, type LabelContent, type SymbolName } from '../../../server/features/labels/label-content.rules.ts'

beforeAll(() => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) } })
})

/** Dots for a millimetre: a printer of 300 dpi has 12. */
const dots = 12
const point = 72 / 25.4

/** The first page as a printer puts it on paper: the filled rectangles of the PDF's own drawing, in dots. */
const printed = async (pdf: Readable, size: LabelSize): Promise<ImageData> => {
  const bytes = Buffer.concat((await pdf.toArray()) as Buffer[])
  const text = bytes.toString('latin1')
  const [width, height] = labelSizes[size].map((length) => length * dots) as [number, number]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => bytes.subarray(index + mark.length))
  const page = streams.map((stream) => { try { return inflateSync(stream, { finishFlush: 2 }).toString('latin1') } catch { return '' } }).find((one) => / re\n/.test(one)) ?? ''
  for (const [, ...numbers] of page.matchAll(/^(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re$/gm)) {
    const [x = 0, y = 0, wide = 0, high = 0] = numbers.map((number) => Number(number) / point * dots)
    for (let row = Math.round(y); row < Math.round(y + high); row += 1) {
      for (let column = Math.round(x); column < Math.round(x + wide); column += 1) data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
    }
  }
  return { data, width, height, colorSpace: 'srgb' } as ImageData
}

const scanned = async (content: LabelContent, symbol: SymbolName, size: LabelSize) => {
  const [found] = await readBarcodes(await printed(labelsPdf([content], symbol, size, 1), size), { formats: ['DataMatrix', 'Code128'], textMode: 'Plain' })
  return { format: found?.format, symbology: found?.symbologyIdentifier, label: readLabel(`${found?.symbologyIdentifier ?? ''}${found?.text ?? ''}`), text: found?.text }
}

const stent = contentOfThing({ udi: '(01)06972145030560(10)2608B04(21)B04-004', name: 'Balloon catheter 球囊', lot: '2608B04', serial: 'B04-004', expiresOn: '2028-07-31' })

describe('labels are read back by a scanner', () => {
  it.each<[SymbolName, LabelSize]>([['datamatrix', '30x20'], ['datamatrix', '50x30'], ['datamatrix', '105x148'], ['gs1-128', '75x50'], ['gs1-128', '100x50']])('a serial as %s on %s mm', async (symbol, size) => {
    const { symbology, label } = await scanned(stent, symbol, size)
    expect(symbology).toBe(symbol === 'datamatrix' ? ']d2' : ']C1')
    expect(label).toMatchObject({ standard: 'GS1', di: '06972145030560', lot: '2608B04', serial: 'B04-004', expiresOn: '2028-07-31' })
  })

  it.each<[SymbolName, LabelSize]>([['gs1-128', '105x148'], ['gs1-128', '100x50'], ['datamatrix', '50x30']])('a pallet as %s on %s mm', async (symbol, size) => {
    expect((await scanned(contentOfUnit('106999900070000013'), symbol, size)).label).toMatchObject({ sscc: '106999900070000013' })
  })

  it.each([['signs that brackets would confuse', 'A(10)B'], ['percent and slash', '%/:']])('a lot with %s', async (_, lot) => {
    const { label } = await scanned({ ...contentOfThing({ udi: '(01)06972145030560(10)X', name: 'x', lot, serial: null, expiresOn: null }) }, 'datamatrix', '50x30')
    expect(label).toMatchObject({ di: '06972145030560', lot })
  })

  it('a code that is none of GS1’s, as it is', async () => {
    const raw = contentOfThing({ udi: 'DI:SULU-PEBA-7233;LOT:R26-0118', name: 'PEBA', lot: 'R26-0118', serial: null, expiresOn: null })
    expect((await scanned(raw, 'datamatrix', '50x30')).text).toBe('DI:SULU-PEBA-7233;LOT:R26-0118')
    expect(() => labelsPdf([raw], 'gs1-128', '100x50', 1)).toThrow('none of GS1')
  })

  it('never finer than a scanner reads', () => {
    expect(() => labelsPdf([stent], 'gs1-128', '30x20', 1)).toThrow('larger label')
    expect(() => labelsPdf([contentOfUnit('106999900070000013')], 'gs1-128', '75x50', 1)).toThrow('larger label')
  })
})
