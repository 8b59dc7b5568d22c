import type { Client } from '@urql/vue'
import { identityQuery } from '../feedback/case.query.ts'
import { type Outcome, outcomeOf, outcomeOfError, refusedWith } from './outcome.ts'
import { inputOf, openProblem, type Problem } from './problem.ts'
import { submitAdverseEvent } from './report.mutations.ts'
import type { Report } from './report.ts'
import { uploadFiles } from './upload-files.ts'

/** Without a network nobody could look whether the words tell who a patient is: that is made up for before they are sent. */
async function looksPrivate(client: Client, { lookedAt, description }: Problem): Promise<Outcome | null> {
  if (lookedAt === description) return null
  const { data, error } = await client.query(identityQuery, { text: description }, { requestPolicy: 'network-only' })
  if (error) return outcomeOfError(error, new Date().toISOString())
  return data?.patientIdentityWarnings.length ? refusedWith('LOOKS_PRIVATE') : null
}

/** Tries to send an adverse event, its photos and files first. */
export async function sendProblem(client: Client, report: Report): Promise<Outcome> {
  const problem = await openProblem(report).catch(() => null)
  if (!problem) return refusedWith('FILE_LOST')
  const sent = await looksPrivate(client, problem) ?? await uploadFiles(report, problem.attachments)
  if ('kind' in sent) return sent
  const { data, error } = await client.mutation(submitAdverseEvent, { input: { ...inputOf(problem), idempotencyKey: report.id, attachments: sent.documents } })
  const at = new Date().toISOString()
  if (data?.submitAdverseEvent) return outcomeOf(data.submitAdverseEvent, 1, at)
  return error ? outcomeOfError(error, at) : { kind: 'later', why: 'busy' }
}
