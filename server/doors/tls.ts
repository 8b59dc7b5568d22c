import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import { Failure } from '../kernel/failure.ts'

/** The hub's own certificate and its key, PEM. */
export interface Tls {
  readonly cert: string
  readonly key: string
}

const read = (path: string, variable: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: unknown) => Promise.reject(new Failure(`${path} cannot be read: name a readable PEM file with ${variable}.`, { cause: error })))

/**
 * Reads both files and sees that they belong together.
 * @throws Failure that names the setting to put right
 */
export const readTls = async (files: { readonly cert: string; readonly key: string }): Promise<Tls> => {
  const tls = { cert: await read(files.cert, 'TLS_CERT'), key: await read(files.key, 'TLS_KEY') }
  try {
    createSecureContext(tls)
    return tls
  } catch (error) {
    throw new Failure('TLS_CERT and TLS_KEY are not a certificate and its key in PEM: give two files that belong together.', { cause: error })
  }
}
