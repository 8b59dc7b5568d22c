import { describe, expect, it } from 'vitest'
import { remindOfDeadlines } from '../../../server/features/delivery/remind-of-deadlines.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openGraph } from '../../../server/kernel/graph.ts'
import type { Stage } from '../recalls/story-kit.ts'

const rule = 'CN_SERIOUS_20_DAYS'
const maker = 'NINGCHUAN-MAILAN-MEDICAL-DEVICES'
const [hour, day] = [3_600_000, 86_400_000]
const toldOf = cypher<{ subject: string }, { type: string; organization: string; data: string }>()`
MATCH (message:OutboxMessage {subject: $in.subject})
MATCH (organization:Organization {id: message.organization})
RETURN message.type AS type, organization.code AS organization, message.data AS data ORDER BY message.at, type`

/** After ruleSuite: the maker counts 15 days by its own version of the rule, the hospital the regulation's 20. */
export const caseDeadlineSuite = (of: () => Stage): void => void describe('an adverse event that is to be reported', () => {
  let id = ''
  const dueOn = { quality: '', 'hospital:CJUH': '' }
  const clockOf = async (viewer: string): Promise<{ dueOn: string; version: number }> =>
    (await of().ask<{ adverseEvent: { clocks: { rule: string; dueOn: string; version: number }[] } }>(viewer, 'query ($id: ID!) { adverseEvent(id: $id) { clocks { rule dueOn version } } }', { id })).adverseEvent.clocks.find((it) => it.rule === rule)!
  /** Two nodes look at once, and again after both were started anew. */
  const look = async (at: number): Promise<void> => {
    for (let start = 0; start < 2; start += 1) {
      const graphs = [openGraph(of().database), openGraph(of().database)]
      await Promise.all(graphs.map((graph) => remindOfDeadlines({ graph, now: () => new Date(at) })))
      await Promise.all(graphs.map((graph) => graph.close()))
    }
  }
  const messages = async () => {
    const graph = openGraph(of().database)
    const rows = await graph.read(toldOf, { subject: id })
    await graph.close()
    return rows.filter(({ type }) => type.startsWith('adverseEvent.deadline.'))
  }
  /** Whom the hub has told what of the rule. */
  const told = async (): Promise<string[]> =>
    (await messages()).filter(({ data }) => (JSON.parse(data) as { rule: string }).rule === rule).map(({ type, organization }) => `${organization} ${type}`).sort()

  it('reminds nobody while there is time', async () => {
    const awareOn = new Date(Date.now() - day).toISOString().slice(0, 10)
    id = (await of().say<{ adverseEvent: { id: string } }>('hospital:CJUH', 'submit-adverse-event', {
      code: '(01)06972145030560(10)2606B03', occurredOn: awareOn, awareOn, description: 'The balloon burst.', outcomes: ['HOSPITALISATION'], couldHaveCausedHarm: true, reporter: { name: 'Chen', email: 'chen@cjuh.example' },
    })).adverseEvent.id
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
})
