import type { Logger } from 'pino'
import { Refusal } from '../kernel/errors.ts'
import type { Factors, FactorStep } from '../kernel/factors.ts'
import type { Graph } from '../kernel/graph.ts'
import { mailOfPerson } from './factor.cypher.ts'
import { factorMail, type SendMail } from './mail.ts'
import { isPassword } from './password.ts'
import { credentialOfPerson } from './person.cypher.ts'
import { hashOfRecoveryCode, isOneTimeCode, newRecoveryCodes } from './second-factor.ts'
import type { Secrets } from './secrets.ts'
import { begin, succeed } from './throttle.ts'
import { newTotpSecret, totpStep } from './totp.ts'

export interface FactorDoor {
  readonly graph: Graph
  readonly secrets: Secrets
  readonly send: SendMail
  readonly publicUrl: string
  readonly logger: Logger
}

/** Mails somebody what became of their second factor, so that nobody loses it unseen. */
export const tellOfFactor = async ({ graph, send, publicUrl, logger }: Omit<FactorDoor, 'secrets'>, person: string, step: FactorStep): Promise<void> => {
  try {
    const [found] = await graph.read(mailOfPerson, { person })
    if (found) await send(factorMail(found.email, step, publicUrl))
  } catch (error) {
    logger.error({ err: error, step }, 'a mail about a second factor could not be sent')
  }
}

/** What the sign-in does for people who change their own second factor. */
export const openFactors = (door: FactorDoor): Factors => {
  const { graph, secrets } = door

  const count: Factors['count'] = async (account, address) => {
    const tries = { account, address }
    const seconds = await begin(graph, tries)
    if (seconds > 0) throw new Refusal('THROTTLED', `Too many tries. Try again in ${Math.ceil(seconds / 60)} minutes.`)
    return () => succeed(graph, tries)
  }

  return {
    count,
    prove: async (person, { password, oneTimeCode }, address, requestId, eitherWay = false) => {
      const [credential] = await graph.read(credentialOfPerson, { person })
      if (!credential?.password) throw new Refusal('NOT_ALLOWED', 'Your second factor is minded where you sign in, and systems have none.')
      const done = await count(credential.username, address)
      const byCode = credential.totpSecret !== null && !(eitherWay && oneTimeCode === null)
      const isRight = byCode ? await isOneTimeCode(graph, secrets, credential, oneTimeCode ?? '', { address, requestId }) : await isPassword(password ?? '', credential.password)
      if (!credential.active || !isRight) throw new Refusal('PROOF_REFUSED', byCode ? 'That code is not right, or was used before. Wait for the next one.' : 'That is not your password. Nothing was changed.', [byCode ? 'oneTimeCode' : 'password'])
      await done()
    },
    newSecret: (person) => {
      const secret = newTotpSecret()
      return { secret, sealed: secrets.seal(secret, person) }
    },
    stepOf: (sealed, person, code) => totpStep(secrets.open(sealed, person), code, Date.now()),
    recoveryCodes: () => {
      const codes = newRecoveryCodes()
      return { codes, sums: codes.map(hashOfRecoveryCode) }
    },
    tell: (person, step) => tellOfFactor(door, person, step),
  }
}
