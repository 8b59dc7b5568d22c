import { prepareZXingModule, readBarcodes, type ReaderOptions, type ReadResult } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

// Left alone, the library fetches its WebAssembly from a public network.
prepareZXingModule({ overrides: { locateFile: (file: string, folder: string) => file.endsWith('.wasm') ? wasm : folder + file } })

const options: ReaderOptions = {
  formats: ['DataMatrix', 'QRCode', 'Code128', 'EANUPC', 'ITF', 'DataBar', 'Code39', 'Aztec', 'PDF417'],
  // Plain keeps FNC1 as U+001D; the default would put brackets round the AIs.
  textMode: 'Plain',
  tryHarder: true,
  maxNumberOfSymbols: 8,
}

/**
 * Reads the label in a picture or a video frame.
 * @returns its text behind its AIM symbology identifier (ISO/IEC 15424), or null where there is none to read
 */
export async function decodeLabel(picture: Blob | ImageData): Promise<string | null> {
  const results = await readBarcodes(picture, options)
  const best = results.filter((result) => result.isValid && result.text).sort((a, b) => worth(b) - worth(a))[0]
  return best ? best.symbologyIdentifier + best.text : null
}

/** Packs carry several codes: GS1 first, then the one that says most. */
function worth(result: ReadResult): number {
  return (result.contentType === 'GS1' ? 1000 : 0) + result.text.length
}
