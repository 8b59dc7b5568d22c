import { readFileSync } from 'node:fs'
import neo4j from 'neo4j-driver'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { allStatements } from '../../server/statements.ts'

const statements = allStatements().map(({ name, text }): [string, string] => [name, text])

const address = inject('database')
const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password))
afterAll(() => driver.close())

interface Plan {
  readonly operatorType: string
  readonly children: Plan[]
}

const operators = (plan: Plan): string[] => [plan.operatorType.split('@')[0] ?? '', ...plan.children.flatMap(operators)]

/** Unknown label, relationship type or property; the other notifications are advice. */
const unknown = ['01N50', '01N51', '01N52']

/** What the demo has nothing of is still no slip where the graph's own description names it. */
const described = new Set(readFileSync(new URL('../../graph-schema/README.md', import.meta.url), 'utf8').match(/\w+/g))
const isDescribed = (sentence: string): boolean => described.has(/`(\w+)`/.exec(sentence)?.[1] ?? '')

/** Small by nature, or the whole graph's by purpose: who deals with whom, the demo's people, the proofs over everything. */
const wholeGraph = /^(\w+-invariants\.cypher\.ts|organization\.cypher\.ts organization(Page|Count)$|demo\.cypher\.ts)/

describe('every statement of the hub', () => {
  it('is found', () => {
    expect(statements.length).toBeGreaterThan(40)
  })

  it.each(statements)('%s is planned by the real database, with names that it knows and by an index', async (name, text) => {
    const session = driver.session({ database: address.database })
    try {
      const { summary } = await session.run(`EXPLAIN ${text}`)
      const strangers = summary.gqlStatusObjects.filter(({ gqlStatus }) => unknown.includes(gqlStatus)).map(({ statusDescription }) => statusDescription).filter((sentence) => !isDescribed(sentence))
      expect(strangers).toEqual([])
      const scans = operators(summary.plan as Plan).filter((operator) => /^(AllNodesScan|NodeByLabelScan|\w*RelationshipTypeScan)$/.test(operator))
      if (!wholeGraph.test(name)) expect(scans).toEqual([])
    } finally {
      await session.close()
    }
  })
})
