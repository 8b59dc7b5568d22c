import { describe, expect, it } from 'vitest'
import { cleanFile, strippedJpeg, strippedPng } from '../../../server/features/feedback/strip-image.rules.ts'

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** EXIF with an orientation, an owner and a place of GPS data. */
const exif = (orientation: number): Buffer => {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPS-SECRET owner')]))
}
const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'))
const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56])])
const jpeg = (...more: Buffer[]): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, ...more, segment(0xdb, Buffer.alloc(65)), scan, segment(0xc4, Buffer.alloc(20)), scan, Buffer.from([0xff, 0xd9])])

const chunk = (name: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, content, Buffer.alloc(4)])
}
const png = (...more: Buffer[]): Buffer => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', Buffer.alloc(13)), ...more, chunk('IDAT', Buffer.from('pixels')), chunk('IEND', Buffer.alloc(0))])

describe('a photo', () => {
  it('as JPEG keeps its picture and loses place, owner, comment and whatever follows it', () => {
    const stripped = strippedJpeg(Buffer.concat([jpeg(exif(1), segment(0xfe, Buffer.from('COMMENT-SECRET')), segment(0xed, Buffer.from('Photoshop SECRET'))), Buffer.from('TRAILING-SECRET')]))!
    expect(stripped).toEqual(jpeg())
  })

  it('keeps the way it is turned, and nothing else of EXIF', () => {
    const stripped = strippedJpeg(jpeg(exif(6)))!
    expect(stripped.includes('SECRET')).toBe(false)
    const at = stripped.indexOf('Exif')
    expect(stripped.readUInt16BE(at - 2)).toBe(34)
    expect(stripped.readUInt16LE(at + 6 + 8 + 2 + 8)).toBe(6)
    // The rest is still a JPEG, which gives the same again.
    expect(strippedJpeg(stripped)).toEqual(stripped)
  })

  it('whose EXIF says that it has more entries than there are is read no further than it goes', () => {
    const lying = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from('4d4d002a00000008ffff00000000', 'hex')]))
    expect(strippedJpeg(jpeg(Buffer.concat(Array.from({ length: 300_000 }, () => lying))))?.equals(jpeg())).toBe(true)
  })

  it('as PNG loses its texts', () => {
    expect(strippedPng(png(chunk('tEXt', Buffer.from('Author\0SECRET')), chunk('eXIf', Buffer.from('SECRET'))))).toEqual(png())
  })

  it('that is cut off, or none, is not taken', () => {
    expect(cleanFile(jpeg().subarray(0, 40))).toBeUndefined()
    expect(cleanFile(png().subarray(0, 40))).toBeUndefined()
    expect(cleanFile(Buffer.from('<svg onload="alert(1)"/>'))).toBeUndefined()
    expect(cleanFile(Buffer.from('MZ no picture at all'))).toBeUndefined()
    expect(cleanFile(Buffer.from('%PDF-1.7 and so on'))?.mediaType).toBe('application/pdf')
  })
})
