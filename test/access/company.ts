import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { ownAudience } from '../../server/kernel/issuer-setting.ts'

export interface CompanyProcess {
  readonly url: string
  /** An access token with these claims; `{rotate: true}` changes the keys first. */
  tokenFor(claims: object): Promise<string>
  /** Whoever comes to its sign-in page from now on is this person. */
  signsIn(login: object): Promise<unknown>
  end(): Promise<void>
}

/** Another company's provider: a process of its own with keys of its own; it writes its address, then a token for each line of claims. */
export async function startCompany(): Promise<CompanyProcess> {
  const child = spawn(process.execPath, [new URL('company-provider.mjs', import.meta.url).pathname], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const next = async (): Promise<string> => String((await lines.next()).value)
  const say = (line: object): Promise<string> => {
    child.stdin.write(`${JSON.stringify(line)}\n`)
    return next()
  }
  return {
    url: await next(),
    tokenFor: (claims) => say({ aud: ownAudience, ...claims }),
    signsIn: (login) => say({ login }),
    end: async () => {
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}
