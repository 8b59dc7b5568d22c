import { createHash, type KeyObject, createPublicKey, sign, verify } from 'node:crypto'

/** C2SP signed-note with Ed25519 (its type 1), and the checkpoint that is its text. */

/** Who signs: the log's name and its key. */
export interface Signer {
  readonly name: string
  readonly key: KeyObject
}

export interface Verifier {
  readonly name: string
  /** Four bytes as hex. */
  readonly id: string
  readonly key: KeyObject
}

const ed25519 = Buffer.from([1])
/** What stands before the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex')

const rawKey = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(spki.length)

const keyId = (name: string, raw: Buffer): Buffer =>
  createHash('sha256').update(name).update('\n').update(ed25519).update(raw).digest().subarray(0, 4)

/** The key as others take it: `name+id+base64`. */
export const verifierKey = ({ name, key }: Signer): string => {
  const raw = rawKey(key)
  return `${name}+${keyId(name, raw).toString('hex')}+${Buffer.concat([ed25519, raw]).toString('base64')}`
}

/** @throws Error where the text is no Ed25519 verifier key, or its id is another key's */
export const readVerifierKey = (text: string): Verifier => {
  const [, name, id, key] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const raw = Buffer.from(key ?? '', 'base64')
  if (!name || !id || raw.length !== 33 || raw[0] !== 1) throw new Error(`"${text}" is no Ed25519 verifier key (name+id+key, C2SP signed-note).`)
  if (keyId(name, raw.subarray(1)).toString('hex') !== id) throw new Error(`The verifier key of ${name} does not have the id ${id}.`)
  return { name, id, key: createPublicKey({ key: Buffer.concat([spki, raw.subarray(1)]), format: 'der', type: 'spki' }) }
}

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
}

/** A text of whole lines, signed. */
export const signNote = (text: string, { name, key }: Signer): string => {
  const signature = Buffer.concat([keyId(name, rawKey(key)), sign(null, Buffer.from(text), key)])
  return `${text}\n— ${name} ${signature.toString('base64')}\n`
}

/** A checkpoint as a signed note. */
export const signCheckpoint = ({ origin, size, root }: Checkpoint, signer: Signer): string =>
  signNote(`${origin}\n${size}\n${root.toString('base64')}\n`, signer)

/** What a note says, without asking who signed it; undefined where it is no checkpoint. */
export const readCheckpoint = (note: string): Checkpoint | undefined => {
  const [, origin, size, root] = /^([^\n]+)\n(0|[1-9]\d*)\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*\n(?:— \S+ \S+\n)+$/.exec(note) ?? []
  return origin && size && root ? { origin, size: Number(size), root: Buffer.from(root, 'base64') } : undefined
}

/** Whether one of these keys signed the note. */
export const isSigned = (note: string, keys: readonly Verifier[]): boolean => {
  const end = note.lastIndexOf('\n\n') + 1
  const text = Buffer.from(note.slice(0, end))
  return [...note.slice(end).matchAll(/^— (\S+) (\S+)$/gm)].some(([, name, base64 = '']) => {
    const bytes = Buffer.from(base64, 'base64')
    const id = bytes.subarray(0, 4).toString('hex')
    return keys.some((key) => key.name === name && key.id === id && verify(null, text, key.key, bytes.subarray(4)))
  })
}
