/** Photos without what they tell besides the picture: place, camera, time, owner, thumbnails. Nothing is decoded or encoded anew. */

const startOfScan = 0xda
const endOfImage = 0xd9

/** A marker without a length: restarts, and the stand-alone ones. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

const orientationTag = 0x0112

/** EXIF's orientation (1 to 8); 1 where it says none. The picture would lie on its side without it. */
const orientationIn = (segment: Buffer): number => {
  const tiff = segment.subarray(10)
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || tiff.length < 14) return 1
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const begin = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  // What the segment says of its length is held against how long it is: ten megabytes may have many such segments.
  const entries = Math.min(short(begin), Math.floor((tiff.length - begin) / 12))
  for (let entry = 0; entry < entries; entry += 1) {
    const at = begin + 2 + entry * 12
    if (short(at) === orientationTag) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : 1
  }
  return 1
}

/** An EXIF segment that says the orientation and nothing else. */
const orientationSegment = (orientation: number): Buffer => {
  const segment = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000000000000000000', 'hex')
  segment.writeUInt16LE(orientation, 28)
  return segment
}

/** What the picture itself needs: JFIF without a thumbnail, colour profile, Adobe's colour transform, tables, frames, scans. */
const isKept = (marker: number, segment: Buffer): boolean => {
  if (marker === 0xe0) return segment.toString('latin1', 4, 9) === 'JFIF\0' && segment.length === 18
  if (marker === 0xe2) return segment.toString('latin1', 4, 16) === 'ICC_PROFILE\0'
  if (marker === 0xee) return segment.toString('latin1', 4, 9) === 'Adobe'
  return !(marker >= 0xe1 && marker <= 0xef) && marker !== 0xfe
}

/** Where the data of a scan end: at a marker that is neither stuffing nor a restart. */
const endOfScan = (image: Buffer, begin: number): number => {
  for (let at = begin; at + 1 < image.length; at += 1) {
    const next = image[at + 1] ?? 0
    if (image[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return image.length
}

/** @returns undefined where the bytes are no whole JPEG; what follows its end is left out */
export const strippedJpeg = (image: Buffer): Buffer | undefined => {
  if (image.readUInt16BE(0) !== 0xffd8) return undefined
  const pieces: Buffer[] = []
  let orientation = 1
  for (let at = 2; at + 4 <= image.length || image[at + 1] === endOfImage;) {
    if (image[at] !== 0xff) return undefined
    const marker = image[at + 1] ?? 0
    if (marker === 0xff) { at += 1; continue }
    if (marker === endOfImage) return Buffer.concat([image.subarray(0, 2), ...(orientation === 1 ? [] : [orientationSegment(orientation)]), ...pieces, Buffer.from([0xff, endOfImage])])
    if (standsAlone(marker)) { at += 2; continue }
    const end = at + 2 + image.readUInt16BE(at + 2)
    if (end > image.length) return undefined
    const segment = image.subarray(at, end)
    if (marker === 0xe1 && orientation === 1) orientation = orientationIn(segment)
    const next = marker === startOfScan ? endOfScan(image, end) : end
    if (isKept(marker, segment)) pieces.push(image.subarray(at, next))
    at = next
  }
  return undefined
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex')
const pngChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT'])

/** @returns undefined where the bytes are no whole PNG; what follows its end is left out */
export const strippedPng = (image: Buffer): Buffer | undefined => {
  if (!image.subarray(0, 8).equals(pngSignature)) return undefined
  const pieces: Buffer[] = [pngSignature]
  for (let at = 8; at + 12 <= image.length;) {
    const end = at + 12 + image.readUInt32BE(at)
    if (end > image.length) return undefined
    const name = image.toString('latin1', at + 4, at + 8)
    if (pngChunks.has(name)) pieces.push(image.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(pieces)
    at = end
  }
  return undefined
}

export interface CleanFile {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'application/pdf'
  readonly content: Buffer
}

/** A file by what it is, whatever it is called: a photo stripped, a PDF as it is. @returns undefined for any other, and for a broken one */
export const cleanFile = (content: Buffer): CleanFile | undefined => {
  if (content.length < 8) return undefined
  const [jpeg, png] = [strippedJpeg(content), strippedPng(content)]
  if (jpeg) return { mediaType: 'image/jpeg', content: jpeg }
  if (png) return { mediaType: 'image/png', content: png }
  return content.toString('latin1', 0, 5) === '%PDF-' ? { mediaType: 'application/pdf', content } : undefined
}
