import { describe, expect, it } from 'vitest'
import { dayIn, plusDays } from '../../../server/features/clocks/days.rules.ts'
import { signature } from '../recalls/sign-kit.ts'
import type { Stage } from '../recalls/story-kit.ts'

interface Shown { readonly rule: string; readonly versions: { version: number; limit: number; inForce: boolean; reason: string | null; signatures: { signer: string | null }[] }[] }
interface Running { readonly rule: string; readonly version: number; readonly startsOn: string; readonly dueOn: string }

const rule = 'CN_SERIOUS_20_DAYS'
const today = dayIn(new Date().toISOString(), 'Asia/Shanghai')
const revision = { rule, limit: 15, unit: 'DAYS', source: 'SAMR order 99, art. 1', verified: true, validFrom: today, reason: 'The order was revised.', signature }

export const ruleSuite = (of: () => Stage): void => void describe('the table of deadlines', () => {
  const shown = async (viewer: string): Promise<Shown> => (await of().ask<{ clockRules: Shown[] }>(viewer, '{ clockRules { rule versions { version limit inForce reason signatures { signer } } } }')).clockRules.find((it) => it.rule === rule)!
  const revise = (viewer: string, more: object = {}) => of().tell<{ clockRule: Shown }>(viewer, 'reviseClockRule', 'clockRule { rule }', { ...revision, ...more })
  /** A case that the maker itself became aware of on a day. */
  const clockOf = async (awareOn: string): Promise<{ id: string; clock: Running }> => {
    const { adverseEvent: { id } } = await of().say<{ adverseEvent: { id: string } }>('quality', 'submit-adverse-event', {
      code: '(01)06972145030560(10)2606B03', occurredOn: awareOn, awareOn, description: 'It leaked.', outcomes: ['HOSPITALISATION'], reporter: { name: 'Chen', email: 'chen@mailan.example' },
    })
    return { id, clock: await running(id) }
  }
  const running = async (id: string): Promise<Running> =>
    (await of().ask<{ adverseEvent: { clocks: Running[] } }>('regulatory', 'query ($id: ID!) { adverseEvent(id: $id) { clocks { rule version startsOn dueOn } } }', { id })).adverseEvent.clocks.find((it) => it.rule === rule)!

  it('is revised by regulatory people, with a signature, from today on', async () => {
    const old = await clockOf(plusDays(today, -3))
    expect(old.clock).toMatchObject({ version: 0, dueOn: `${plusDays(today, 17)}T15:59:59.999Z` })
    for (const [more, path] of [[{ validFrom: plusDays(today, -1) }, 'validFrom'], [{ validTo: plusDays(today, -1) }, 'validTo'], [{ reason: ' ' }, 'reason'], [{ limit: -1 }, 'limit'], [{ rule: 'EU_15_DAYS', unit: 'WORKING_DAYS' }, 'unit']] as const) {
      expect((await revise('regulatory', more)).path?.[0]).toBe(path)
    }
    expect(await revise('regulatory', { signature: { ...signature, password: 'wrong' } })).toMatchObject({ code: 'SIGNATURE_REFUSED' })
    expect(await revise('quality-team')).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await revise('regulatory')).toMatchObject({ __typename: 'ReviseClockRuleSuccess' })
    expect(await running(old.id), 'what has started keeps its version').toEqual(old.clock)
    expect((await clockOf(today)).clock).toMatchObject({ version: 1, dueOn: `${plusDays(today, 15)}T15:59:59.999Z` })
  })

  it('keeps every version, each signed, for its own organization alone', async () => {
    expect(await revise('regulatory', { limit: 10, validFrom: plusDays(today, 30), reason: 'It is revised again.' })).toMatchObject({ __typename: 'ReviseClockRuleSuccess' })
    expect((await shown('regulatory')).versions).toMatchObject([
      { version: 2, limit: 10, inForce: false, reason: 'It is revised again.', signatures: [{ signer: expect.any(String) as string }] }, { version: 1, limit: 15, inForce: true }, { version: 0, limit: 20, inForce: false, reason: null, signatures: [] },
    ])
    for (const viewer of ['regulatory:ABBOTT-VASCULAR', 'hospital:CJUH', 'supplier:SULU-POLYMER']) expect((await shown(viewer)).versions.map(({ version, inForce }) => [version, inForce]), viewer).toEqual([[0, true]])
  })
})
