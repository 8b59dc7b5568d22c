import { describe, expect, it } from 'vitest'
import { makeReports } from '../../../portal/features/goods/make-reports.ts'
import { markOf, staysBehind } from '../../../portal/features/goods/goods-mark.ts'
import { answerLine, listedAgain, newLine, returnedLines, scannedAgain } from '../../../portal/features/goods/goods-set.ts'
import { pastedLines } from '../../../portal/features/goods/pasted-lines.ts'
import { readOffline } from '../../../portal/features/goods/read-offline.ts'
import { outcomeOf } from '../../../portal/features/outbox/outcome.ts'
import { expectedList } from '../../../portal/features/goods/expected-list.ts'
import { stillAwaited, tickOff } from '../../../portal/features/goods/tick-off.ts'
import { type KnownThing, noFields, type Task } from '../../../portal/features/outbox/report.ts'

const GS = '\u001d'
const nothing = readOffline('')
const known = (told: Partial<KnownThing>): KnownThing => ({ kind: 'SERIAL', verdict: 'CLEAR', reasons: [], checkedAt: '2026-11-22T09:00:00.000Z', name: 'Stent', nameZh: null, lot: 'L1', serial: 'S1', expiresOn: null, ...told })

describe('a label without a network', () => {
  it.each([
    ['bracketed', '(01)08717648200274(17)280430(10)5031184'],
    ['with FNC1', `]d2010871764820027417280430105031184`],
    ['with FNC1 between', `]d20108717648200274105031184${GS}17280430`],
  ])('is read %s', (_, code) => {
    expect(readOffline(code)).toMatchObject({ di: '08717648200274', lot: '5031184', expiresOn: '2028-04-30' })
  })

  it('has its serial, and the last of a month for a day of 00', () => {
    expect(readOffline(`]C10106972145030560172802001026B${GS}21B04-004`)).toEqual({ di: '06972145030560', lot: '26B', serial: 'B04-004', sscc: null, expiresOn: '2028-02-29' })
  })

  it.each(['ML4-260311-0452', '+A99912345/$$52001510X3', '1012345'])('%s has no parts', (code) => {
    expect(readOffline(code)).toEqual(nothing)
  })
})

describe('lines from a sheet', () => {
  it('are codes with quantities; a heading and empty lines fall away', () => {
    expect(pastedLines('UDI\tQty\r\n(01)1(10)A\t1,200\r\n\r\n"(01)2(21)B"\t\r\nX-3\tmany')).toEqual([
      { code: '(01)1(10)A', quantity: 1200 }, { code: '(01)2(21)B', quantity: null }, { code: 'X-3', quantity: null },
    ])
  })
})

describe('the mark of a scanned line', () => {
  it.each<[Task, Partial<KnownThing>, string]>([
    ['receive', { reasons: ['IN_TRANSIT', 'NOT_IN_YOUR_STOCK'] }, 'expected'],
    ['receive', { reasons: ['NOT_IN_YOUR_STOCK'] }, 'notAnnounced'],
    ['receive', {}, 'alreadyYours'],
    ['receive', { kind: 'LOT' }, 'fine'],
    ['receive', { kind: 'UNIT' }, 'carton'],
    ['receive', { verdict: 'RECALLED', reasons: ['RECALL_OPEN', 'IN_TRANSIT'] }, 'recalled'],
    ['receive', { verdict: 'OVERDUE', reasons: ['IN_TRANSIT'] }, 'expected'],
    ['use', { verdict: 'OVERDUE' }, 'overdue'],
    ['sell', {}, 'fine'],
    ['sell', { reasons: ['NOT_IN_YOUR_STOCK'] }, 'notYours'],
    ['sell', { kind: 'NOTHING', verdict: 'UNKNOWN' }, 'unknown'],
    ['ship', { reasons: ['IN_TRANSIT', 'NOT_IN_YOUR_STOCK'] }, 'notYours'],
    ['return', { verdict: 'RECALLED', reasons: ['RECALL_OPEN'] }, 'recalled'],
    ['use', { kind: 'NOTHING', verdict: 'UNKNOWN', reasons: ['SEVERAL'] }, 'several'],
  ])('to %s %o is %s', (task, told, mark) => { expect(markOf(task, known(told), nothing)).toBe(mark) })

  it('is by the label alone where the hub was not asked', () => {
    expect(markOf('use', null, { ...nothing, expiresOn: '2020-01-01' })).toBe('expired')
    expect(markOf('use', null, { ...nothing, expiresOn: '2099-01-01' })).toBe('unchecked')
  })

  it.each<[Task, 'CONSUMED' | 'DISCARDED', boolean]>([['receive', 'CONSUMED', false], ['sell', 'CONSUMED', true], ['use', 'CONSUMED', true], ['use', 'DISCARDED', false], ['ship', 'CONSUMED', true], ['return', 'CONSUMED', false], ['inspect', 'CONSUMED', false]])('a recalled device, to %s (%s), stays behind: %s', (task, kind, stays) => {
    expect(staysBehind(task, 'recalled', { kind })).toBe(stays)
  })
})

describe('a set', () => {
  const answer = (told: Partial<KnownThing>, same: string | null = 'id-1') => ({ known: known(told), same, quantity: null })

  it('counts a lot by its scans, before and after the hub has answered', () => {
    const line = newLine('LOT-1', null)
    expect(scannedAgain(line)).toBe(false)
    answerLine([line], line, answer({ kind: 'LOT' }))
    expect(scannedAgain(line)).toBe(false)
    expect(line.quantity).toBe(3)
  })

  it('takes a serial once, by whichever of its codes', () => {
    const [first, second] = [newLine('S1', null), newLine('(01)1(21)S1', null)]
    const lines = [second, first]
    answerLine(lines, first, answer({}))
    expect(answerLine(lines, second, answer({}))).toEqual({ line: first, twice: true })
    expect(lines).toEqual([first])
  })

  it.each([['(01)08717648200274(10)A', 3, 5, 8], ['(01)08717648200274(10)A', null, 5, 6], ['X-3', 3, null, 4], ['X-3', null, 5, 6]])('adds up %s, listed with %s and again with %s', (code, first, second, sum) => {
    const line = newLine(code, first)
    listedAgain(line, second)
    expect(line.quantity).toBe(sum)
  })

  it('marks a serial that is listed twice', () => {
    const line = newLine('S1', null)
    answerLine([line], line, answer({}))
    listedAgain(line, null)
    expect(line).toMatchObject({ scans: 2, quantity: null })
  })

  it('adds up a lot that came by two labels', () => {
    const [first, second] = [newLine('A', 5), newLine('B', 2)]
    const lines = [second, first]
    answerLine(lines, first, answer({ kind: 'LOT' }))
    expect(answerLine(lines, second, answer({ kind: 'LOT' })).twice).toBe(false)
    expect(lines).toMatchObject([{ code: 'A', quantity: 7 }])
  })
})

describe('a report', () => {
  const collected = { person: 'p', fields: { ...noFields }, lines: [newLine('A', 1), newLine('B', 2)], sealed: null }
  const at = '2026-11-22T09:00:00.000Z'

  it('is one for a receipt, and one for each use, each with a key of its own', () => {
    expect(makeReports({ ...collected, task: 'receive' }, at).map(({ lines }) => lines.length)).toEqual([2])
    const uses = makeReports({ ...collected, task: 'use' }, at)
    expect(uses.map(({ lines }) => lines.map(({ code }) => code))).toEqual([['A'], ['B']])
    expect(new Set(uses.map(({ id }) => id)).size).toBe(2)
  })

  it('brings back the lines that the hub did not take, each with its reason', () => {
    const [report] = makeReports({ ...collected, task: 'receive' }, at)
    const outcome = outcomeOf({ __typename: 'ConfirmReceiptSuccess', acceptedCount: 1, rejected: [{ line: 2, code: 'B', reason: { code: 'NOT_FOUND', message: 'No such lot.' } }] }, 2, at)
    if (outcome.kind !== 'answered') throw new Error(outcome.why)
    expect(outcome.answer.accepted).toBe(1)
    expect(returnedLines({ ...report!, answer: outcome.answer })).toMatchObject([{ code: 'B', quantity: 2, rejection: { code: 'NOT_FOUND' } }])
  })

  it('that is refused comes back whole', () => {
    const [report] = makeReports({ ...collected, task: 'sell' }, at)
    const outcome = outcomeOf({ __typename: 'Refused', code: 'NOT_ALLOWED', message: 'No.' }, 2, at)
    if (outcome.kind !== 'answered') throw new Error(outcome.why)
    expect(returnedLines({ ...report!, answer: outcome.answer })).toHaveLength(2)
  })

  it('that is still being done is asked for again, under the same key', () => {
    expect(outcomeOf({ __typename: 'Refused', code: 'IN_PROGRESS', message: 'Wait.' }, 1, at)).toEqual({ kind: 'later', why: 'busy' })
  })
})

describe('a delivery note', () => {
  const listOf = () => expectedList('UDI,批号,序列号,DI,数量\n,L1,,06972145030188,5\n(01)06972145030560(21)S1,,,,\n,L9,,06972145030188,2\n')
  const line = (code: string, quantity: number | null = null, told: Partial<KnownThing> | null = null) => ({ ...newLine(code, quantity), known: told && known(told) })

  it('is read by its headings, and without them as codes and quantities', async () => {
    expect((await listOf()).map(({ di, lot, serial, quantity }) => [di, lot, serial, quantity])).toEqual([['06972145030188', 'L1', null, 5], ['06972145030560', null, 'S1', null], ['06972145030188', 'L9', null, 2]])
    expect(await expectedList('(01)06972145030188(10)L1\t3')).toMatchObject([{ lot: 'L1', quantity: 3 }])
  })

  it('is ticked off: done, surplus, wrong goods, and what is short stays on it', async () => {
    const scanned = {
      tooMuch: line('(01)06972145030188(10)L1', 3), wrong: line('(01)06972145030188(10)L2', 1), serial: line('(01)06972145030560(10)X(21)S1'),
      package: line('(01)16972145030185(10)L1', 1, { kind: 'LOT', serial: null, units: 4 }), missing: { ...line('(01)06972145030188(10)L9', 1), condition: 'MISSING' as const },
    }
    scanned.package.same = 'listed 0'
    const ticked = tickOff(await listOf(), [scanned.missing, scanned.tooMuch, scanned.wrong, scanned.serial, scanned.package])
    const tickOf = (one: { id: string }) => ticked.ticks.get(one.id)
    expect(Object.values(scanned).map(tickOf)).toEqual(['surplus', 'wrongGoods', 'ticked', 'ticked', 'short'])
    expect(stillAwaited(ticked).map(({ lot, quantity }) => [lot, quantity])).toEqual([['L9', 1]])
  })
})
