import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const stepSeconds = 30
const digits = 6

/** RFC 4648 base 32 without padding: what authenticator apps take. */
export const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

const bytesOf = (text: string): Buffer => {
  const bits = [...text.toUpperCase()].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

/** A secret for one person's authenticator: 160 bits, as RFC 4226 section 4 advises. */
export const newTotpSecret = (): string => base32(randomBytes(20))

/** RFC 4226 section 5.3: the code of a counter. */
const codeAt = (secret: string, counter: number): string => {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const sum = createHmac('sha1', bytesOf(secret)).update(message).digest()
  const offset = (sum.at(-1) ?? 0) & 0xf
  return String((sum.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** The step that a moment (milliseconds) lies in. */
const stepAt = (at: number): number => Math.floor(at / 1_000 / stepSeconds)

/** RFC 6238: the code of a moment (milliseconds). */
export const totpAt = (secret: string, at: number): string => codeAt(secret, stepAt(at))

/**
 * The step whose code was typed: this one, or a neighbour, since clocks differ. Undefined where it is none of them.
 * Whoever accepts it must refuse the same or an older step later (RFC 6238 section 5.2).
 */
export const totpStep = (secret: string, code: string, at: number): number | undefined => {
  const given = Buffer.from(code.replaceAll(/\s/g, ''))
  return [0, -1, 1].map((shift) => stepAt(at) + shift).find((step) => {
    const right = Buffer.from(codeAt(secret, step))
    return given.length === right.length && timingSafeEqual(given, right)
  })
}

/** What an authenticator app reads from the picture. */
export const totpAddress = (secret: string, username: string): string =>
  `otpauth://totp/Devicetrail:${encodeURIComponent(username)}?secret=${secret}&issuer=Devicetrail&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`
