import { describe, expect, it } from 'vitest'
import { dispositions, dispositionsBy, noticeStatusOf } from '../../../server/features/recalls/notice.rules.ts'
import { type RecallState, refuseOwnDraft, refuseUnaccounted, respondByOf, stateAfter, stepsFrom } from '../../../server/features/recalls/recall.rules.ts'
import type { ListedLot } from '../../../server/features/recalls/response.cypher.ts'
import { decideLines, lotAnswersAfter, type ResponseLine } from '../../../server/features/recalls/response.rules.ts'

describe('a recall', () => {
  it.each<[RecallState, string]>([
    ['DRAFT', 'REVISE SUBMIT CANCEL APPROVE'], ['IN_REVIEW', 'RETURN CANCEL APPROVE'], ['ONGOING', 'AMEND CHECK CLOSE'], ['COMPLETED', 'TERMINATE'], ['TERMINATED', ''], ['CANCELLED', ''],
  ])('that is %s takes %s', (state, steps) => {
    expect(stepsFrom(state).join(' ')).toBe(steps)
  })

  it('refuses every other step', () => {
    expect(() => stateAfter('CLOSE', 'DRAFT')).toThrow('DRAFT')
    expect(stateAfter('APPROVE', 'IN_REVIEW')).toBe('ONGOING')
  })

  it('is not signed by its author where two people are asked for', () => {
    expect(() => refuseOwnDraft({ draftedBy: 'a', twoPeople: true }, 'a')).toThrow()
    expect(() => refuseOwnDraft({ draftedBy: 'a', twoPeople: true }, 'b')).not.toThrow()
    expect(() => refuseOwnDraft({ draftedBy: 'a', twoPeople: false }, 'a')).not.toThrow()
  })

  it.each([
    [0, 'Done.', null, true], [3, 'Done.', null, false], [3, 'Done.', 'They were lost at sea.', true], [3, '3 devices unaccounted for: lost at sea.', null, true],
    [3, '13 unaccounted for.', null, false], [3, '3.5 unaccounted for.', null, false], [3, 'We waited 3 weeks.', null, false], [12, '仍有 12 件下落不明，经销商已注销。', null, true], [3, 'Unaccounted for: none.', null, false],
  ])('with %i unaccounted for and "%s" (%s) may close: %s', (unaccounted, conclusion, unaccountedReason, may) => {
    const close = () => refuseUnaccounted(unaccounted, { conclusion, unaccountedReason })
    if (may) expect(close).not.toThrow()
    else expect(close).toThrow('unaccounted')
  })

  it('gives holders days by its class', () => {
    expect([respondByOf('I', '2026-11-22T00:00:00.000Z'), respondByOf('III', '2026-11-22T00:00:00.000Z')]).toEqual(['2026-11-25T00:00:00.000Z', '2026-12-06T00:00:00.000Z'])
  })
})

describe('a notice', () => {
  const fresh = { acknowledgedAt: null, respondedAt: null, completedAt: null, respondBy: '2026-11-25' }
  it.each([
    [fresh, '2026-11-24', 'ISSUED'], [fresh, '2026-11-26', 'OVERDUE'], [{ ...fresh, acknowledgedAt: 'x' }, '2026-11-24', 'ACKNOWLEDGED'], [{ ...fresh, acknowledgedAt: 'x', respondedAt: 'x' }, '2026-11-24', 'PARTLY_RESPONDED'],
    [{ ...fresh, respondedAt: 'x' }, '2026-11-26', 'OVERDUE'], [{ ...fresh, completedAt: 'x' }, '2026-12-26', 'RESPONDED'], [{ ...fresh, respondBy: null }, '2099', 'ISSUED'],
  ])('%j at %s is %s', (facts, now, status) => {
    expect(noticeStatusOf(facts, now)).toBe(status)
  })

  it('counts every answer in one way', () => {
    expect(dispositionsBy.accounting).not.toContain('NOT_FOUND')
    expect(dispositionsBy.returned).toEqual(['RETURNED'])
    expect(Object.keys(dispositions)).toHaveLength(11)
  })
})

describe('an answer', () => {
  const line = (more: Partial<ResponseLine> = {}): ResponseLine => ({ code: 'c', disposition: 'RETURNED', quantity: null, unit: null, forwardedTo: null, occurredOn: null, ...more })
  const decide = (lines: ResponseLine[], ...found: { serials?: string[]; lots?: ListedLot[]; unlisted?: string[] }[]) =>
    decideLines(lines, new Map(found.map((entry, index) => [index, { index, serials: [], lots: [], unlisted: [], ...entry }])))
  const lot: ListedLot = { id: 'b', quantity: 100, unit: 'EA', dispositions: [], amounts: [] }
  const codes = (decided: ReturnType<typeof decide>) => decided.rejected.map(({ line: number, reason }) => `${number} ${reason.code}`)

  it('takes a device, the last word on it counting', () => {
    expect(decide([line({ disposition: 'QUARANTINED' }), line()], { serials: ['s'] }, { serials: ['s'] }).serials).toEqual([expect.objectContaining({ thing: 's', disposition: 'RETURNED', amount: 1 })])
  })

  it('takes all listed devices of a lot, or asks which', () => {
    expect(decide([line({ quantity: 2 })], { serials: ['s', 't'] }).serials.map(({ thing }) => thing)).toEqual(['s', 't'])
    expect(codes(decide([line({ quantity: 1 })], { serials: ['s', 't'] }))).toEqual(['1 SERIALS_NEEDED'])
  })

  it('takes a quantity of a lot, each disposition by itself', () => {
    const lots = [lot]
    expect(decide([line({ quantity: 60 }), line({ quantity: 40, disposition: 'DESTROYED' })], { lots }, { lots }).lots.map(({ disposition, amount }) => [disposition, amount])).toEqual([['RETURNED', 60], ['DESTROYED', 40]])
    expect(decide([line()], { lots }).lots[0]?.amount).toBe(100)
    expect(codes(decide([line({ quantity: 5, unit: 'KGM' })], { lots }))).toEqual(['1 UNIT_DIFFERS'])
    expect(codes(decide([line({ quantity: -1 })], { lots }))).toEqual(['1 QUANTITY_WRONG'])
  })

  it('has the last word on units of a lot push out the former, the oldest first, as far as there are not enough', () => {
    const before = { ...lot, dispositions: ['QUARANTINED', 'RETURNED'], amounts: [60, 40] }
    const after = (...said: [string, number][]) => {
      const { dispositions, amounts } = lotAnswersAfter(before, new Map(said))
      return dispositions.map((disposition, index) => `${disposition} ${amounts[index] ?? ''}`)
    }
    expect(after(['DESTROYED', 10])).toEqual(['QUARANTINED 50', 'RETURNED 40', 'DESTROYED 10'])
    expect(after(['NOT_FOUND', 100])).toEqual(['NOT_FOUND 100'])
    expect(lotAnswersAfter({ ...before, dispositions: ['CONSUMED', 'QUARANTINED'] }, new Map([['RETURNED', 10]])).amounts, 'what was used up can not go back').toEqual([60, 30, 10])
    expect(after(['RETURNED', 20])).toEqual(['QUARANTINED 60', 'RETURNED 20'])
    expect(after(['QUARANTINED', 0], ['DESTROYED', 120])).toEqual(['DESTROYED 120'])
    expect(lotAnswersAfter({ ...lot, quantity: 0.3, dispositions: ['RETURNED'], amounts: [0.2] }, new Map([['DESTROYED', 0.1]]))).toEqual({ dispositions: ['RETURNED', 'DESTROYED'], amounts: [0.2, 0.1] })
    expect(codes(decide([line({ quantity: 0 })], { lots: [lot] }))).toEqual(['1 QUANTITY_NEEDED'])
  })

  it('takes what was not listed but is called back, and sends the rest back', () => {
    expect(decide([line()], { unlisted: ['u'] })).toMatchObject({ found: ['u'], serials: [{ thing: 'u' }] })
    expect(codes(decide([line(), line()], {}, { lots: [lot], serials: ['s'] }))).toEqual(['1 NOT_ON_NOTICE', '2 AMBIGUOUS'])
  })
})
