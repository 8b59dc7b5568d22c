import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { inProject } from '../../server/kernel/project.ts'
import type { TestHub } from '../testkit/hub-on.ts'
import { lately } from '../testkit/lately.ts'

/** A device of the lot that the story is about. */
export const lot = '(01)06972145030560(10)2606B03'
export const device = (serial: string): string => `${lot}(21)${serial}`

interface Item { readonly udi: string; readonly serialNumber: string | null; readonly quantity: { readonly value: number }; readonly disposition: string | null }
export interface OwnNotice { readonly id: string; readonly items: { readonly edges: readonly { readonly node: Item }[] } }

const operation = (name: string): string => readFileSync(inProject(`test/contract/operations/${name}.graphql`), 'utf8')

/** What a partner's system does by the API, and what it is told. */
export const partnersOf = (hub: TestHub) => {
  const say = async (viewer: string, name: string, input: object): Promise<unknown> => {
    const { data, errors } = await hub.ask(viewer, operation(name), { input: { idempotencyKey: crypto.randomUUID(), ...input } })
    if (!data) throw new Error(JSON.stringify(errors))
    return Object.values(data)[0]
  }
  const newestNotice = async (viewer: string): Promise<OwnNotice | undefined> => {
    const { data } = await hub.ask<{ recallNotices: { edges: { node: OwnNotice }[] } }>(viewer, '{ recallNotices(first: 1) { edges { node { id items(first: 100) { edges { node { udi serialNumber disposition quantity { value } } } } } } } }')
    return data?.recallNotices.edges[0]?.node
  }
  return {
    newestNotice,
    report: (viewer: string, code: string, description: string) => say(viewer, 'submit-adverse-event', {
      code, description, awareOn: lately('2026-11-20'), occurredOn: lately('2026-11-19'), outcomes: ['INTERVENTION_REQUIRED'], reporter: { name: 'Device office', email: 'office@hospital.example' },
    }),
    sold: (viewer: string, code: string, soldTo: string, soldAt: string) => say(viewer, 'report-sell-through', { documentNumber: 'KL-LATE-1', lines: [{ code, soldTo, soldAt }] }),
    received: (viewer: string, code: string, receivedFrom: string) => say(viewer, 'confirm-receipt', { receivedAt: new Date().toISOString(), receivedFrom, documentNumber: 'KL-LATE-1', lines: [{ code }] }),
    answerAll: async (viewer: string, disposition: string) => {
      const notice = await newestNotice(viewer)
      const dispositions = notice?.items.edges.map(({ node }) => ({ code: node.udi, disposition, quantity: node.serialNumber === null ? node.quantity.value : null, forwardedTo: disposition === 'FORWARDED' ? 'our customers' : null }))
      return say(viewer, 'respond-to-recall-notice', { notice: notice?.id, dispositions })
    },
  }
}

/** What the verifier prints of an evidence pack: a process of its own, without the hub. */
export const verifierSays = async (file: string): Promise<string> =>
  (await promisify(execFile)(process.execPath, ['server/run.mjs', 'server/evidence-verify.ts', file], { cwd: inProject('.') })).stdout
