import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { openDemoDatabase } from '../../testkit/demo-database.ts'
import { openTestHub, type TestHub } from '../../testkit/hub.ts'
import type { TestDatabase } from '../../testkit/database.ts'
import { canSign, newKey } from './sign-kit.ts'

export interface Outcome {
  readonly __typename: string
  readonly code?: string
  readonly message?: string
  readonly path?: string[]
}

/** The demo on a database of its own, with what a story asks and says. */
export interface Stage {
  readonly hub: TestHub
  readonly database: TestDatabase
  /** What an operation of the contract answers. */
  say<Answer = object>(viewer: string, name: string, input: object): Promise<Answer & Outcome>
  /** The same for any other mutation that takes `input`, by its name; `fields` of its success. */
  tell<Answer = object>(viewer: string, mutation: string, fields: string, input: object): Promise<Answer & Outcome>
  ask<Data>(viewer: string, query: string, variables?: object): Promise<Data>
  stop(): Promise<void>
}

export const operation = (name: string): string => readFileSync(new URL(`../../contract/operations/${name}.graphql`, import.meta.url), 'utf8')

const named = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`

export const openStage = async (...signers: readonly string[]): Promise<Stage> => {
  const database = await openDemoDatabase()
  const hub = await openTestHub(database, database.dataFolder)
  await canSign(database, hub, ...signers)
  const ask: Stage['ask'] = async <Data>(viewer: string, query: string, variables: object = {}) => {
    const { data, errors } = await hub.ask<Data>(viewer, query, variables)
    expect(errors).toBeUndefined()
    return data!
  }
  const send = async (viewer: string, query: string, input: object) => Object.values(await ask<Record<string, never>>(viewer, query, { input: { idempotencyKey: newKey(), ...input } }))[0]!
  return {
    hub, database, ask,
    say: (viewer, name, input) => send(viewer, operation(name), input),
    tell: (viewer, mutation, fields, input) => send(viewer, `mutation ($input: ${inputOf[mutation] ?? named(mutation)}Input!) { ${mutation}(input: $input) { __typename ... on ${resultOf[mutation] ?? named(mutation)}Success { ${fields} } ... on UserError { code message path } } }`, input),
    stop: async () => {
      await hub.stop()
      await database.stop()
    },
  }
}

const inputOf: Record<string, string> = { submitRecallForReview: 'RecallStep', returnRecallToDraft: 'RecallStep', cancelRecall: 'RecallStep' }
const handled = ['triageAdverseEvent', 'codeAdverseEvent', 'assessAdverseEvent', 'concludeAdverseEvent', 'reopenAdverseEvent', 'askReporter', 'answerReporterRequest', 'recordFiledReport', 'eraseReporter']
const resultOf: Record<string, string> = {
  submitRecallForReview: 'ChangeRecall', returnRecallToDraft: 'ChangeRecall', cancelRecall: 'ChangeRecall', amendRecall: 'ChangeRecall', terminateRecall: 'ChangeRecall', recordRecallAuthority: 'ChangeRecall', recordRecallReport: 'ChangeRecall', liftHold: 'HoldDevices',
  advanceServiceTicket: 'HandleServiceTicket', assignServiceTicket: 'HandleServiceTicket', recordMeasurement: 'HandleServiceTicket', noteServiceTicket: 'HandleServiceTicket',
  ...Object.fromEntries(handled.map((mutation) => [mutation, 'HandleAdverseEvent'])),
}
