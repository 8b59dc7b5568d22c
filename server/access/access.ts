import type { Logger } from 'pino'
import type { Factors } from '../kernel/factors.ts'
import type { Graph } from '../kernel/graph.ts'
import { type IssuerSetting, ownAudience } from '../kernel/issuer-setting.ts'
import { openFactors } from './factors.ts'
import { trusted, type TrustedIssuer } from './issuers.ts'
import { removeOldLinks } from './link.cypher.ts'
import { invitationMail, type MailOptions, openMail, type SendMail } from './mail.ts'
import { sealStored } from './seal-stored.ts'
import type { Secrets } from './secrets.ts'
import { type EmbeddedProvider, openProvider } from './provider/provider.ts'
import { removeExpiredRecords } from './provider/record.cypher.ts'
import type { Revoked } from './revocation.cypher.ts'
import { forgetRevocations, openRevocations } from './revocations.ts'
import { throttle } from './throttle.ts'
import { removeOldTries } from './throttle.cypher.ts'
import { type Proof, reauthenticate } from './verify-person.ts'
import { openViewers, type Viewers } from './viewers.ts'

export interface AccessOptions {
  /** Where people reach the hub; the issuer of its own tokens. */
  readonly publicUrl: string
  readonly mail: MailOptions
  /** Providers of companies. */
  readonly issuers: readonly IssuerSetting[]
  /** Shows the demo's accounts on the sign-in page. Only on loopback (main.ts sees to it). */
  readonly demo: boolean
  readonly secrets: Secrets
}

/** Who asks: what every door needs of the sign-in. */
export interface Access extends Pick<Viewers, 'viewerOf'> {
  readonly provider: EmbeddedProvider
  readonly demo: boolean
  readonly send: SendMail
  readonly secrets: Secrets
  /** Companies' providers at which people sign in to the portal. */
  readonly companies: readonly TrustedIssuer[]
  /** Whether a person who is signed in proves again to be there. */
  reauthenticate(person: string, proof: Proof, address: string | null, requestId?: string): Promise<boolean>
  sendInvitation(email: string, path: string): Promise<void>
  /** What people need who change their own second factor. */
  readonly factors: Factors
  /** Tells of each revocation within a second, so that open sockets can be ended too. */
  onRevoked(listener: (revoked: Revoked) => void): void
  stop(): Promise<void>
}

/** Runs it again and again, never twice at once; a database that is away is asked again the next time. */
const each = (milliseconds: number, logger: Logger, work: () => Promise<unknown>): (() => Promise<void>) => {
  let ended = false
  let running: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => void (running = running.then(() => (ended ? undefined : work())).catch((error: unknown) => { logger.debug({ err: error }, 'a regular look at the graph failed') })), milliseconds)
  return async () => {
    ended = true
    clearInterval(timer)
    await running
  }
}

const tidy = async (graph: Graph): Promise<void> => {
  const now = Date.now()
  await graph.write(async (writer) => {
    await writer.run(removeExpiredRecords, { now })
    await writer.run(removeOldLinks, { now })
    await writer.run(removeOldTries, { before: now - throttle.window })
  })
  await forgetRevocations(graph)
}

/** Opens the sign-in: the embedded provider, the issuers that are trusted besides, and the watch for what was revoked. */
export const openAccess = async (graph: Graph, logger: Logger, { publicUrl, mail, issuers, demo, secrets }: AccessOptions): Promise<Access> => {
  await sealStored(graph, secrets)
  const provider = await openProvider(graph, secrets, publicUrl, logger)
  const send = openMail(mail, logger)
  const companies = issuers.map(trusted)
  const viewers = openViewers(graph, { issuer: publicUrl, audience: ownAudience, tokenType: 'at+jwt', keyOf: provider.keyOf }, companies)
  const revocations = openRevocations(graph)
  revocations.onRevoked(viewers.drop)
  await revocations.poll()
  const clocks = [
    each(1_000, logger, () => Promise.all([revocations.poll(), provider.poll()])),
    each(60_000, logger, () => tidy(graph)),
  ]
  return {
    viewerOf: viewers.viewerOf,
    provider,
    demo,
    send,
    secrets,
    companies: companies.filter(({ clientId }) => clientId !== undefined),
    reauthenticate: (person, proof, address, requestId = '') => reauthenticate(graph, secrets, person, proof, { address, requestId }),
    sendInvitation: async (email, path) => { await send(invitationMail(email, path, publicUrl)) },
    factors: openFactors({ graph, secrets, send, publicUrl, logger }),
    onRevoked: revocations.onRevoked,
    stop: async () => { await Promise.all(clocks.map((stop) => stop())) },
  }
}
