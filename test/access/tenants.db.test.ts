import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openVisitor } from '../testkit/cookie-visitor.ts'
import type { TestDatabase } from '../testkit/database.ts'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'

let database: TestDatabase
let hub: TestHub
beforeAll(async () => {
  database = await openDemoDatabase()
  hub = await openHubOn(database, database.dataFolder)
})
afterAll(async () => {
  await hub.stop()
  await database.stop()
})

interface Organization { readonly id: string; readonly name: string; readonly gln: string | null; readonly suspendedAt: string | null; readonly sites: readonly { id: string; code: string; name: string }[] }
interface Answer { readonly __typename: string; readonly code?: string; readonly path?: readonly string[]; readonly organization?: Organization }

const operator = 'operator:HUB-OPERATIONS'
const inputs = { createOrganization: 'CreateOrganization', changeOrganization: 'ChangeOrganization', setOrganizationActive: 'SetOrganizationActive', inviteAdministrator: 'InviteAdministrator', addSite: 'AddSite', changeSite: 'ChangeSite' }
const say = async (viewer: string, mutation: keyof typeof inputs, input: object): Promise<Answer> => {
  const query = `mutation ($input: ${inputs[mutation]}Input!) { ${mutation}(input: $input) { __typename ... on OrganizationSaved { organization { id name gln suspendedAt sites { id code name } } } ... on UserError { code path } } }`
  const { data, errors } = await hub.ask<Record<string, Answer>>(viewer, query, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
  expect(errors).toBeUndefined()
  return data![mutation]!
}
const ownOf = async (viewer: string): Promise<Organization> =>
  (await hub.ask<{ viewer: { organization: Organization } }>(viewer, '{ viewer { organization { id name gln suspendedAt sites { id code name } } } }')).data!.viewer.organization
const linkTo = async (address: string): Promise<string> => {
  const folder = join(database.dataFolder, 'mail')
  const mails = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  return /\/sign-in\/link\/[\w-]+/.exec(mails.find((text) => text.includes(`To: ${address}`)) ?? '')?.[0] ?? ''
}

describe('an organization', () => {
  const clinic = { code: 'LAKESIDE', name: 'Lakeside Clinic', kinds: ['HOSPITAL'], country: 'DE', gln: '4012345000009' }

  it('is taken in by the operator, whose administrator then manages it', async () => {
    const made = await say(operator, 'createOrganization', clinic)
    expect(made.organization).toMatchObject({ name: 'Lakeside Clinic', gln: '4012345000009', suspendedAt: null, sites: [{ code: 'LAKESIDE-MAIN' }] })
    const { id: organization } = made.organization!
    expect(await say(operator, 'inviteAdministrator', { organization, username: 'head.lakeside', name: 'Head', email: 'head@lakeside.example' })).toMatchObject({ __typename: 'OrganizationSaved' })
    const visitor = openVisitor(hub.url)
    await visitor.get(await linkTo('head@lakeside.example'))
    await visitor.post({ password: 'seven quiet herons', again: 'seven quiet herons' })
    await visitor.begin()
    await visitor.post({ username: 'head.lakeside', password: 'seven quiet herons' })
    const answer = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${await visitor.token() ?? ''}`, 'content-type': 'application/json' }, body: '{"query":"{ viewer { roles organization { id } } }"}' })
    expect(await answer.json()).toEqual({ data: { viewer: { roles: ['HOSPITAL_ADMIN'], organization: { id: organization } } } })
    const admin = 'hospital-admin:LAKESIDE'
    expect(await say(admin, 'addSite', { organization, place: 'ICU', name: 'Intensive care', kind: 'WARD' })).toMatchObject({ organization: { sites: [{}, { code: 'LAKESIDE-ICU' }] } })
    const ward = (await ownOf(admin)).sites[1]!.id
    expect(await say(admin, 'changeSite', { site: ward, name: 'ICU 1', kind: 'WARD', reason: 'renamed' })).toMatchObject({ organization: { sites: [{}, { name: 'ICU 1' }] } })
    expect(await say(admin, 'changeOrganization', { organization, name: 'Lakeside', gln: '4012345000009', reason: 'shorter' })).toMatchObject({ organization: { name: 'Lakeside' } })
    // Its wards are its own: the operator keeps no list of them.
    expect(await say(operator, 'changeSite', { site: ward, name: 'x', reason: 'x' })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([
    [operator, 'createOrganization', clinic, 'CONFLICT'],
    [operator, 'createOrganization', { ...clinic, code: 'OTHER' }, 'CONFLICT'],
    [operator, 'createOrganization', { ...clinic, code: 'OTHER', gln: '4012345000001' }, 'INVALID_INPUT'],
    [operator, 'createOrganization', { ...clinic, code: 'OTHER', gln: null, kinds: ['OPERATOR'] }, 'INVALID_INPUT'],
    ['admin', 'createOrganization', clinic, 'NOT_ALLOWED'],
    ['hospital-user:CJUH', 'changeOrganization', { organization: 'org_x', name: 'x', reason: 'x' }, 'NOT_ALLOWED'],
  ] as const)('by %s: %s of %j is refused', async (viewer, mutation, input, code) => {
    expect(await say(viewer, mutation, input)).toMatchObject({ code })
  })

  it('cannot take a number by itself, since goods are sent by it', async () => {
    const { id: organization, name, gln } = await ownOf('hospital-admin:CJUH')
    expect(await say('hospital-admin:CJUH', 'changeOrganization', { organization, name, gln: gln === null ? '4012345000009' : null, reason: 'x' })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await say('hospital-admin:CJUH', 'addSite', { organization, place: 'X', name: 'X', gln: '4012345000009' })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('that is shut out is so on the next request, and may be let in again', async () => {
    const { id: organization } = await ownOf('distributor:NORDKAI')
    const asked = async (): Promise<number> => (await hub.ask('distributor:NORDKAI', '{ viewer { id } }')).status
    expect(await say(operator, 'setOrganizationActive', { organization, active: false, reason: 'its contract ended' })).toMatchObject({ organization: { suspendedAt: expect.any(String) as string } })
    await expect.poll(asked, { timeout: 20_000 }).toBe(401)
    expect(await say(operator, 'setOrganizationActive', { organization, active: true, reason: 'it came back' })).toMatchObject({ organization: { suspendedAt: null } })
    await expect.poll(asked, { timeout: 20_000 }).toBe(200)
    expect(await say(operator, 'setOrganizationActive', { organization: (await ownOf(operator)).id, active: false, reason: 'x' })).toMatchObject({ code: 'NOT_ALLOWED' })
  })
})
