import { openOutbox } from './outbox-store.ts'
import type { Sealed } from './report.ts'

const keyName = 'sealing-key'

/**
 * The device's key for what points at a patient. It cannot be read out, by this app or another: a copy of the
 * browser's files without the running browser shows nothing.
 */
async function sealingKey(): Promise<CryptoKey> {
  const database = await openOutbox()
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const transaction = database.transaction('memory', 'readwrite')
  const kept = await transaction.store.get(keyName)
  if (!(kept instanceof CryptoKey)) await transaction.store.put(made, keyName)
  await transaction.done
  return kept instanceof CryptoKey ? kept : made
}

/** Seals a file's content. */
export async function sealBytes(bytes: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await sealingKey(), bytes) }
}

/** The file's content again. */
export async function unsealBytes({ iv, data }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await sealingKey(), data)
}

/** Seals a text for the outbox; null where there is none. */
export async function seal(text: string): Promise<Sealed | null> {
  return text ? sealBytes(new TextEncoder().encode(text)) : null
}

/** The text again, for the moment in which it is sent. */
export async function unseal(sealed: Sealed): Promise<string> {
  return new TextDecoder().decode(await unsealBytes(sealed))
}
