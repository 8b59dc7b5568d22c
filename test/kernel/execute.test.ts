import { buildSchema, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { executorOf } from '../../server/execute.ts'

const schema = buildSchema(`
  input Scope { codes: [String!] excluding: Scope number: Int = 4 }
  type Query { count(scope: Scope!): Int word: String! }
`)

// What arrives at the inner level: the value given there, or its default.
Object.assign(schema.getQueryType()?.getFields()['count'] ?? {}, { resolve: (_: unknown, { scope }: { scope: { excluding: { number: number } } }) => scope.excluding.number })

const run = executorOf(schema)
const ask = (query: string, variables: Record<string, unknown> = {}) =>
  run({ document: parse(query), operationName: undefined, variables, context: {}, hash: query })

describe('the executor', () => {
  it('answers an input type that contains itself as often as it is asked', async () => {
    const query = 'query ($scope: Scope!, $with: Boolean!) { count(scope: $scope) @include(if: $with) }'
    const scope = { codes: ['a'], excluding: { codes: [], excluding: null } }
    for (let time = 0; time < 3; time += 1) expect(await ask(query, { scope, with: true })).toEqual({ data: { count: 4 } })
    expect(await ask(query, { scope: { ...scope, excluding: { number: 7 } }, with: true })).toEqual({ data: { count: 7 } })
    expect(await ask(query, { scope, with: false })).toEqual({ data: {} })
  })

  it('refuses variables of a wrong type, the first time and later', async () => {
    const query = 'query ($scope: Scope!) { count(scope: $scope) }'
    for (let time = 0; time < 3; time += 1) {
      const { errors } = await ask(query, { scope: { codes: 3, other: 1 } })
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' })
    }
  })

  it('gives an error its path and extensions, the first time and compiled', async () => {
    for (let time = 0; time < 3; time += 1) {
      const { errors } = await ask('{ word }')
      expect(errors?.[0]?.path).toEqual(['word'])
      expect(errors?.[0]?.extensions).toEqual({})
    }
  })
})
