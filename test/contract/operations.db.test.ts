import { buildASTSchema, buildSchema, concatAST, type DocumentNode, type GraphQLSchema, isTypeDefinitionNode, parse, validate } from 'graphql'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stableId } from '../../server/kernel/ids.ts'
import { schemaText } from '../../server/schema-text.ts'
import { openTestHub, type TestHub } from '../testkit/hub.ts'

const folder = new URL('operations/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const operations = readdirSync(folder).filter((name) => name.endsWith('.graphql'))

/** What this hub answers today; the rest of the contract comes with the features that it belongs to. */
const answered: Record<string, { viewer: string; variables: object }> = {
  'lookup.graphql': { viewer: 'hospital:CJUH', variables: { code: 'ML4-260311-0452' } },
  'provenance.graphql': { viewer: 'hospital:CJUH', variables: { code: '(01)06972145030188(21)ML4-260311-0452' } },
  'batch-provenance.graphql': { viewer: 'hospital:CJUH', variables: { code: '(01)08717648200274(10)5031184' } },
  'genealogy.graphql': { viewer: 'quality', variables: { code: '(01)06972145030188(21)ML4-260311-0452', direction: 'UPSTREAM' } },
  'recall-scope.graphql': { viewer: 'quality', variables: { input: { batches: ['(01)06972145030560(10)2608B04'] } } },
  'inventory.graphql': { viewer: 'hospital:CJUH', variables: {} },
  'organizations.graphql': { viewer: 'distributor:KANGLUO', variables: { kind: 'HOSPITAL' } },
  'viewer.graphql': { viewer: 'hospital:CJUH', variables: {} },
  'audit-trail.graphql': { viewer: 'quality', variables: { subject: 'org_unknown' } },
  'recall-notices.graphql': { viewer: 'hospital:CJUH', variables: {} },
  'recall-progress.graphql': { viewer: 'quality', variables: { id: stableId('rcl', 'RC-2026-0017') } },
  'adverse-events.graphql': { viewer: 'hospital:CJUH', variables: {} },
  'node.graphql': { viewer: 'hospital:CJUH', variables: { id: 'org_unknown' } },
}

/** What changes something is answered in the stories of its feature, each on a database of its own. */
const told = [
  'acknowledge-recall-notice', 'approve-recall', 'close-recall', 'confirm-receipt', 'draft-recall', 'open-service-ticket', 'record-usage', 'register-supplier-lot', 'report-sell-through',
  'respond-to-recall-notice', 'submit-adverse-event',
].map((name) => `${name}.graphql`)

let hub: TestHub
let schema: GraphQLSchema
beforeAll(async () => {
  hub = await openTestHub()
  schema = buildSchema(await schemaText())
})
afterAll(() => hub.stop())

/** Empty: null, nothing, or only such. */
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) ? value.length === 0 : typeof value === 'object' && Object.values(value).every(isEmpty))

describe('the partner contract', () => {
  it('is coherent in itself', () => {
    const types = parse(readFileSync(new URL('types.graphql', import.meta.url), 'utf8'))
    const inputs: DocumentNode = parse(readFileSync(new URL('inputs.graphql', import.meta.url), 'utf8'))
    const contract = buildASTSchema(concatAST([types, inputs]))
    for (const name of operations) expect(validate(contract, parse(read(name))), name).toEqual([])
    expect(inputs.definitions.every(isTypeDefinitionNode)).toBe(true)
  })

  it.each([...Object.keys(answered), ...told])('%s is valid against the published schema', (name) => {
    expect(validate(schema, parse(read(name)))).toEqual([])
  })

  it.each(Object.entries(answered).filter(([name]) => name !== 'node.graphql'))('%s is answered for real', async (name, { viewer, variables }) => {
    const answer = await hub.ask(viewer, read(name), variables)
    expect(answer.errors).toBeUndefined()
    expect(isEmpty(answer.data)).toBe(false)
  })

  it('finds every object again by its global id, and nothing by a foreign one', async () => {
    const { data } = await hub.ask<{ lookup: { product: { id: string; manufacturer: { id: string } }; serial: { id: string } } }>('hospital:CJUH', read('lookup.graphql'), { code: 'ML4-260311-0452' })
    const ids = [data?.lookup.product.id, data?.lookup.product.manufacturer.id, data?.lookup.serial.id]
    for (const id of ids) expect((await hub.ask<{ node: { id: string } | null }>('hospital:CJUH', read('node.graphql'), { id })).data?.node?.id).toBe(id)
    expect((await hub.ask<{ node: null }>('hospital:CZFP', read('node.graphql'), { id: ids[2] })).data).toEqual({ node: null })
    expect((await hub.ask<{ node: null }>('hospital:CJUH', read('node.graphql'), { id: 'ser_nothing' })).data).toEqual({ node: null })
  })

  it('is the committed schema', async () => {
    expect(readFileSync(new URL('../../graph-schema/schema.graphql', import.meta.url), 'utf8')).toBe(await schemaText())
  })
})
