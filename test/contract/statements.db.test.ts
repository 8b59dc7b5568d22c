/// <reference types="vite/client" />
import neo4j from 'neo4j-driver'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { isStatement } from '../../server/kernel/cypher.ts'

const modules = import.meta.glob<Record<string, unknown>>(['/server/**/*.ts', '/seeds/load/*.ts', '!/server/main.ts', '!/server/write-schema.ts', '!/server/check-graph.ts', '!/server/print-cypher.ts'], { eager: true })

/** Every statement that a module exports, also within a table of them. */
const statementsIn = (name: string, value: unknown): [string, string][] => {
  if (isStatement(value)) return [[name, value.text]]
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.getPrototypeOf(value) !== Object.prototype) return []
  return Object.entries(value).flatMap(([key, inner]) => statementsIn(`${name}.${key}`, inner))
}

const statements = Object.entries(modules).flatMap(([path, module]) => Object.entries(module).flatMap(([name, value]) => statementsIn(`${path.split('/').at(-1)} ${name}`, value)))

const address = inject('database')
const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password))
afterAll(() => driver.close())

interface Plan {
  readonly operatorType: string
  readonly children: Plan[]
}

const operators = (plan: Plan): string[] => [plan.operatorType.split('@')[0] ?? '', ...plan.children.flatMap(operators)]

/** Unknown label, property or relationship type; the other notifications are advice. */
const unknown = ['01N50', '01N51', '01N52']

/** Reads everything, and says why it may. */
const wholeGraph = /^(invariants|.*-invariants|check-)|organization\.cypher\.ts organization(Page|Count)|demo\.cypher\.ts|seeds|partner\.cypher|mark\.cypher|thing\.cypher/

describe('every statement of the hub', () => {
  it('is found', () => {
    expect(statements.length).toBeGreaterThan(40)
  })

  it.each(statements)('%s is planned by the real database, with names that it knows and by an index', async (name, text) => {
    const session = driver.session({ database: address.database })
    try {
      const { summary } = await session.run(`EXPLAIN ${text}`)
      const strangers = summary.gqlStatusObjects.filter(({ gqlStatus }) => unknown.includes(gqlStatus)).map(({ statusDescription }) => statusDescription)
      expect(strangers).toEqual([])
      const scans = operators(summary.plan as Plan).filter((operator) => /^(AllNodesScan|NodeByLabelScan|CartesianProduct)$/.test(operator))
      if (!wholeGraph.test(name)) expect(scans.filter((operator) => operator !== 'CartesianProduct')).toEqual([])
    } finally {
      await session.close()
    }
  })
})
