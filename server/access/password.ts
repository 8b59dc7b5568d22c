import { argon2id, argon2Verify } from 'hash-wasm'
import { randomBytes } from 'node:crypto'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. WebAssembly, since packages with platform binaries do not install from another machine's lock. */
const cost = { parallelism: 1, iterations: 2, memorySize: 19_456, hashLength: 32 }

/** What is typed in one place must be the same in another: one form for what Unicode has several of. */
const typed = (password: string): string => password.normalize('NFKC')

/** The sum that is kept, in the PHC format, which names its own parameters. */
export const hashPassword = (password: string): Promise<string> =>
  argon2id({ ...cost, password: typed(password), salt: randomBytes(16), outputType: 'encoded' })

let nobodys: Promise<string> | undefined

/** Whether the password is that of the sum. Without a sum it takes as long, so that an account's existence cannot be timed. */
export const isPassword = async (password: string, hash: string | null): Promise<boolean> => {
  nobodys ??= hashPassword(randomBytes(16).toString('base64'))
  const matches = await argon2Verify({ password: typed(password) || ' ', hash: hash ?? await nobodys })
  return matches && hash !== null
}
