import { expect, inject, test } from 'vitest'
import { resolveDatabase } from '../../server/database/resolve-database.ts'
import { readSettings } from '../../server/kernel/settings.ts'
import { silentStep } from '../../server/steps.mjs'

const { uri, user, password } = inject('database')
const settings = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password }
const resolve = (changes: Record<string, string>) => resolveDatabase(readSettings({ ...settings, ...changes }), silentStep)

test('NEO4J_URI is used where it is set, and its server is left running', async () => {
  const database = await resolve({})
  expect(database).toMatchObject({ uri, user, password, database: 'neo4j' })
  await database.stop()
  await expect(resolve({})).resolves.toMatchObject({ uri })
})

test('a wrong password is told', async () => {
  await expect(resolve({ NEO4J_PASSWORD: 'wrong' })).rejects.toMatchObject({ name: 'Failure', message: `Neo4j at ${uri} refuses user neo4j with this password: correct NEO4J_USER and NEO4J_PASSWORD.` })
})

test('a database that is not there is told', async () => {
  await expect(resolve({ NEO4J_DATABASE: 'elsewhere' })).rejects.toMatchObject({ name: 'Failure', message: `Neo4j at ${uri} has no database elsewhere: correct NEO4J_DATABASE.` })
})
