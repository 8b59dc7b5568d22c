import type { VariablesOf } from '../../app/graphql.ts'
import type { submitAdverseEvent } from './report.mutations.ts'
import { type Attachment, noFields, type Report } from './report.ts'
import { seal, unseal } from './sealing.ts'

type Input = VariablesOf<typeof submitAdverseEvent>['input']
export type Outcome = Input['outcomes'][number]
export interface Term { code: string, term: string, definition: string, annex: string }

/** An adverse event as it was typed: its words, its reporter and its photos may all point at a person, so it is only ever kept sealed. */
export interface Problem {
  code: string
  deviceDescription: string
  description: string
  occurredOn: string
  awareOn: string
  outcomes: Outcome[]
  harm: '' | 'yes' | 'no'
  available: '' | 'yes' | 'no'
  problems: Term[]
  attachments: Attachment[]
  name: string
  email: string
  occupation: string
  /** Id of the service ticket that it follows from. */
  ticket?: string
  /** The description that was checked for what looks like a patient's identity, and is meant as it is. */
  lookedAt: string
}

/** A report of it for the outbox, under a key of its own. */
export async function reportOf(problem: Problem, person: string, at = new Date().toISOString()): Promise<Report> {
  const code = problem.code.trim()
  return {
    id: crypto.randomUUID(), person, task: 'problem', at, fields: { ...noFields }, lines: [{ code, quantity: null, known: null }],
    sealed: await seal(JSON.stringify(problem)), files: Object.fromEntries(problem.attachments.map(({ key }) => [key, null])), state: 'waiting', answer: null,
  }
}

/** What was typed, of a report that waits; null where it has been settled. */
export async function openProblem({ sealed }: Pick<Report, 'sealed'>): Promise<Problem | null> {
  return sealed && JSON.parse(await unseal(sealed)) as Problem
}

const yes = (word: Problem['harm']) => word === '' ? null : word === 'yes'

/** As the hub takes it, but for the ids of its files. */
export function inputOf({ code, ticket, deviceDescription, description, occurredOn, awareOn, outcomes, harm, available, problems, name, email, occupation }: Problem): Omit<Input, 'idempotencyKey' | 'attachments'> {
  return {
    code: code.trim() || null, ticket: ticket || null, deviceDescription: deviceDescription.trim() || null, description, occurredOn, awareOn, outcomes,
    couldHaveCausedHarm: yes(harm), deviceAvailable: yes(available), deviceProblemCodes: problems.map((term) => term.code),
    reporter: { name: name.trim(), email: email.trim(), occupation: occupation.trim() || null },
  }
}
