import { GraphQLError, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { collection } from '../../../portal/features/queries/collection.ts'
import { withAsked, withSaved } from '../../../portal/features/queries/kept.ts'
import { nameOf, operationAt, titleOf } from '../../../portal/features/queries/operation.ts'
import { searchSchema } from '../../../portal/features/queries/schema-search.ts'
import { schema } from '../../../portal/features/queries/schema.ts'

describe('the collection of queries', () => {
  it.each(collection)('$title is valid by the published schema, with its variables', ({ query, variables }) => {
    const document = parse(query)
    const declared = document.definitions.flatMap((one) => one.kind === 'OperationDefinition' ? one.variableDefinitions ?? [] : []).map(({ variable }) => variable.name.value)
    expect(validate(schema, document)).toEqual([])
    expect(declared).toEqual(expect.arrayContaining(Object.keys(JSON.parse(variables) as object)))
  })
})

describe('the operation to run', () => {
  const text = 'query A { viewer { id } }\nmutation { endSession { __typename } }\nfragment F on Viewer { id }'

  it('is the one at the cursor', () => {
    expect(operationAt(text, 5)?.name?.value).toBe('A')
    expect(operationAt(text, 30)?.operation).toBe('mutation')
    expect(operationAt(`\n${text}`, 0)?.name?.value).toBe('A')
    expect(operationAt('fragment F on Viewer { id }', 0)).toBeUndefined()
    expect(() => operationAt('query {', 0)).toThrow(GraphQLError)
  })

  it('is called by its name, or by what it asks', () => {
    expect(nameOf(operationAt(text, 30)!)).toBe('endSession')
    expect([text, ' { half'].map(titleOf)).toEqual(['A', '{ half'])
  })
})

describe('what is kept', () => {
  const kept = { saved: [{ name: 'b', query: '{ b }', variables: '' }], history: [] }

  it('has each name and each question once, and of the questions the last 20', () => {
    expect(withSaved(withSaved(kept, { name: 'a', query: '{ a }', variables: '' }), { name: 'b', query: '{ c }', variables: '' }).saved.map(({ query }) => query)).toEqual(['{ a }', '{ c }'])
    const asked = [...Array.from({ length: 25 }, (_, n) => n), 10].reduce((before, n) => withAsked(before, { query: `{ q${n} }`, variables: '' }), kept as Parameters<typeof withAsked>[0]).history
    expect(asked.map(({ query }) => query).slice(0, 3)).toEqual(['{ q10 }', '{ q24 }', '{ q23 }'])
    expect(asked).toHaveLength(20)
  })
})

describe('the schema’s search', () => {
  it('gives all of a type, what can be asked, and the nearest names first', () => {
    expect(searchSchema(schema, 'Viewer.').map(({ path }) => path)).toContain('Viewer.organization')
    expect(searchSchema(schema, '').every(({ path }) => path.startsWith('Query.'))).toBe(true)
    expect(searchSchema(schema, 'batch')[0]?.path.toLowerCase()).toMatch(/(^|\.)batch$/)
    expect(searchSchema(schema, 'serial').find(({ path }) => path === 'Query.serial')).toMatchObject({ leadsTo: 'Serial', signature: expect.stringContaining('code: String') as string })
    expect(searchSchema(schema, 'no such thing')).toEqual([])
  })
})
