import { describe, expect, it } from 'vitest'
import { dayAt } from '../../../server/features/clocks/clock-versions.rules.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openGraph } from '../../../server/kernel/graph.ts'
import { signature } from '../recalls/sign-kit.ts'
import type { Stage } from '../recalls/story-kit.ts'
import { deadlinesTold, look as lookAt } from './remind-kit.ts'

const rule = 'CN_SERIOUS_20_DAYS'
const maker = 'NINGCHUAN-MAILAN-MEDICAL-DEVICES'
const [hour, day] = [3_600_000, 86_400_000]
const isLookedAt = cypher<{ id: string }, { open: boolean }>()`MATCH (case:AdverseEvent {id: $in.id}) RETURN case.deadlinesOpen IS NOT NULL AS open`

/** After ruleSuite: the maker counts 15 days by its own version of the rule, the hospital the regulation's 20. */
export const caseDeadlineSuite = (of: () => Stage): void => void describe('an adverse event that is to be reported', () => {
  let id = ''
  const dueOn = { quality: '', 'hospital:CJUH': '' }
  const clockOf = async (viewer: string): Promise<{ dueOn: string; version: number }> =>
    (await of().ask<{ adverseEvent: { clocks: { rule: string; dueOn: string; version: number }[] } }>(viewer, 'query ($id: ID!) { adverseEvent(id: $id) { clocks { rule dueOn version } } }', { id })).adverseEvent.clocks.find((it) => it.rule === rule)!
  const look = (at: number): Promise<void> => lookAt(of().database, at)
  const messages = (subject = id) => deadlinesTold(of().database, subject)
  /** Whom the hub has told what of a rule. */
  const told = async (subject = id, under = rule): Promise<string[]> =>
    (await messages(subject)).filter((message) => message.rule === under).map(({ type, organization }) => `${organization} ${type}`).sort()
  const report = async (more: object): Promise<string> => {
    const awareOn = new Date(Date.now() - day).toISOString().slice(0, 10)
    return (await of().say<{ adverseEvent: { id: string } }>('hospital:CJUH', 'submit-adverse-event', {
      code: '(01)06972145030560(10)2606B03', occurredOn: awareOn, awareOn, description: 'The balloon burst.', outcomes: ['HOSPITALISATION'], couldHaveCausedHarm: true, reporter: { name: 'Chen', email: 'chen@cjuh.example' }, ...more,
    })).adverseEvent.id
  }

  it('reminds nobody while there is time', async () => {
    id = await report({})
    const [maker, hospital] = [await clockOf('quality'), await clockOf('hospital:CJUH')]
    expect([maker.version, hospital.version]).toEqual([1, 0])
    Object.assign(dueOn, { quality: maker.dueOn, 'hospital:CJUH': hospital.dueOn })
    await look(Date.now() + day)
    expect(await told()).toEqual([])
  })

  it('reminds each who is to report once, by its own version of the rule, and again at the end', async () => {
    await look(Date.parse(dueOn.quality) - 2 * day)
    expect(await told()).toEqual([`${maker} adverseEvent.deadline.soon`])
    await look(Date.parse(dueOn.quality) - hour)
    expect(await told()).toEqual([`${maker} adverseEvent.deadline.soon`, `${maker} adverseEvent.deadline.urgent`])
    await look(Date.parse(dueOn['hospital:CJUH']) - 2 * day)
    expect(await told()).toEqual(['CJUH adverseEvent.deadline.soon', ...['overdue', 'soon', 'urgent'].map((alert) => `${maker} adverseEvent.deadline.${alert}`)])
    const seen = async (viewer: string) => (await of().ask<{ messages: { edges: { node: { type: string; subject: string } }[] } }>(viewer, '{ messages(first: 100) { edges { node { type subject } } } }')).messages.edges.map(({ node }) => node).filter(({ subject, type }) => subject === id && type.startsWith('adverseEvent.deadline.')).length
    expect(await seen('hospital:CJUH')).toBe(1)
    expect(await seen('hospital:NYHH')).toBe(0)
  })

  it('says nothing more to who has reported, and does not tell the maker how its reporter stands', async () => {
    const filed = await of().tell('hospital:CJUH', 'recordFiledReport', 'adverseEvent { id }', { adverseEvent: id, rule, filedOn: new Date(Date.now() - 1_000).toISOString(), reference: 'NADR 2026-1' })
    expect(filed).toMatchObject({ __typename: 'HandleAdverseEventSuccess' })
    await look(Date.parse(dueOn['hospital:CJUH']) + day)
    expect((await told()).filter((line) => line.startsWith('CJUH'))).toEqual(['CJUH adverseEvent.deadline.soon'])
    const { auditTrail } = await of().ask<{ auditTrail: { edges: { node: { action: string } }[] } }>('quality', 'query ($id: ID!) { auditTrail(subject: $id, first: 100) { edges { node { action } } } }', { id })
    const ofMaker = (await messages()).filter(({ organization }) => organization === maker)
    expect(auditTrail.edges.filter(({ node }) => node.action === 'REMIND_OF_DEADLINE')).toHaveLength(ofMaker.length)
  })

  it('reminds of what is open however old the case is, and looks at it until all of it is told', async () => {
    const death = 'CN_DEATH_7_DAYS'
    const revised = await of().tell('regulatory', 'reviseClockRule', 'clockRule { rule }', { rule: death, limit: 125, unit: 'DAYS', source: 'A follow-up', verified: true, validFrom: dayAt(new Date().toISOString(), 'CN'), reason: 'Its follow-up.', signature })
    expect(revised).toMatchObject({ __typename: 'ReviseClockRuleSuccess' })
    const old = await report({ outcomes: ['DEATH'] })
    const looked = async (): Promise<boolean | undefined> => {
      const graph = openGraph(of().database)
      const [row] = await graph.read(isLookedAt, { id: old })
      await graph.close()
      return row?.open
    }
    await look(Date.now() + 120 * day)
    expect([await told(old, death), await looked()]).toEqual([['CJUH adverseEvent.deadline.overdue'], true])
    await look(Date.now() + 123 * day)
    expect(await told(old, death)).toEqual(['CJUH adverseEvent.deadline.overdue', `${maker} adverseEvent.deadline.soon`])
    await look(Date.now() + 130 * day)
    expect([await told(old, death), await looked()]).toEqual([['CJUH adverseEvent.deadline.overdue', `${maker} adverseEvent.deadline.overdue`, `${maker} adverseEvent.deadline.soon`], false])
    expect(await of().tell('quality', 'triageAdverseEvent', 'adverseEvent { id }', { adverseEvent: old, priority: 'HIGH' })).toMatchObject({ __typename: 'HandleAdverseEventSuccess' })
    expect(await looked()).toBe(true)
  })
})
