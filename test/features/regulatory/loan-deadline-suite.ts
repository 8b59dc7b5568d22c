import { describe, expect, it } from 'vitest'
import type { Stage } from '../recalls/story-kit.ts'
import { deadlinesTold, look as lookAt } from './remind-kit.ts'

const day = 86_400_000

export const loanDeadlineSuite = (of: () => Stage): void => void describe('a set on loan', () => {
  const dueOn = new Date(Date.now() + 10 * day).toISOString().slice(0, 10)
  const due = Date.parse(dueOn) + day / 2
  const look = (at: number): Promise<void> => lookAt(of().database, at)
  const say = async (mutation: string, type: string, input: object): Promise<{ loanSet: { id: string } }> =>
    Object.values(await of().ask<Record<string, { loanSet: { id: string } }>>('distributor:KANGLUO', `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on LoanSetReported { loanSet { id } } ... on UserError { code message } } }`, { input: { idempotencyKey: crypto.randomUUID(), ...input } }))[0]!
  const lend = async (sscc: string, documentNumber: string): Promise<string> =>
    (await say('sendLoanSet', 'SendLoanSetInput', { sscc, to: 'CJUH', documentNumber, dueOn, at: new Date(Date.now() - 60_000).toISOString(), lines: [{ code: '26IS0413', quantity: 2 }] })).loanSet.id
  const told = async (subject: string): Promise<string[]> => (await deadlinesTold(of().database, subject)).map(({ type, organization }) => `${organization} ${type.split('.').at(-1)}`).sort()

  it('is told to lender and borrower before it is due, on its day and a week later, each once; a closed one is not', async () => {
    const [open, closed] = [await lend('106999900070088004', 'LOAN-DUE'), await lend('106999900070088011', 'LOAN-CLOSED')]
    await look(due - 4 * day)
    expect(await told(open)).toEqual([])
    await look(due - 2 * day)
    expect(await told(open)).toEqual(['CJUH soon', 'KANGLUO soon'])
    await say('closeLoanSet', 'CloseLoanSetInput', { loanSet: closed })
    await look(due)
    await look(due + 6 * day)
    expect(await told(open)).toEqual(['CJUH soon', 'CJUH urgent', 'KANGLUO soon', 'KANGLUO urgent'])
    await look(due + 7 * day)
    await look(due + 20 * day)
    expect(await told(open)).toEqual(['overdue', 'soon', 'urgent'].map((alert) => `CJUH ${alert}`).concat(['overdue', 'soon', 'urgent'].map((alert) => `KANGLUO ${alert}`)))
    expect(await told(closed)).toEqual(['CJUH soon', 'KANGLUO soon'])
    const seen = async (viewer: string): Promise<number> => (await of().ask<{ messages: { edges: { node: { type: string; subject: string } }[] } }>(viewer, '{ messages(first: 100) { edges { node { type subject } } } }')).messages.edges.filter(({ node }) => node.subject === open && node.type.startsWith('loanSet.deadline.')).length
    expect([await seen('distributor:KANGLUO'), await seen('hospital:CJUH'), await seen('hospital:NYHH')]).toEqual([3, 3, 0])
  })
})
