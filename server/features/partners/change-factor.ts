import { type FactorRow, keepNextFactor, nextFactor, ownFactor, removeFactor, renewCodes } from '../../access/factor.cypher.ts'
import { saveSecondFactor } from '../../access/person.cypher.ts'
import { mustHaveFactor } from '../../access/second-factor.ts'
import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { NewFactor } from '../../kernel/factors.ts'
import type { Change } from '../../record/change.ts'

/** Milliseconds in which the first code of a new authenticator has to come. */
const patience = 10 * 60_000

const none = (): Refusal => new Refusal('CONFLICT', 'No second factor is set up. Set one up first.')

const factorOf = async ({ run, viewer: { person, client } }: Change): Promise<FactorRow> => {
  const [row] = client === null ? await run(ownFactor, { person }) : []
  if (!row) throw new Refusal('NOT_ALLOWED', 'Your second factor is minded where you sign in, and systems have none.')
  return row
}

const codesChange = (before: number | null, after: number | null) => ({ field: 'recoveryCodes', before: before === null ? null : String(before), after: after === null ? null : String(after) })

/** Keeps an authenticator that is to be confirmed; what signs in until then stays. */
export const beginFactor = async (change: Change, next: NewFactor): Promise<FactorRow> => {
  const { person } = change.viewer
  const factor = await factorOf(change)
  await change.run(keepNextFactor, { person, secret: next.sealed, until: Date.now() + patience })
  change.audit({ subject: person, changes: [{ field: 'nextAuthenticator', before: null, after: 'shown' }] })
  return factor
}

/** The new authenticator shows the right code: it replaces what was there, recovery codes too. @returns whether there was one before */
export const confirmFactor = async (change: Change, { factors }: Context, code: string, recoveryCodes: readonly string[]): Promise<boolean> => {
  const { person } = change.viewer
  const { recoveryCodes: left } = await factorOf(change)
  const [next] = await change.run(nextFactor, { person, now: Date.now() })
  if (!next) throw new Refusal('CONFLICT', 'There is no authenticator to confirm, or it took longer than ten minutes. Begin again.')
  const step = factors.stepOf(next.secret, person, code)
  if (step === undefined) throw new Refusal('PROOF_REFUSED', 'That code is not right. Wait for the next one, and see that the clock of the device is right.', ['oneTimeCode'])
  await change.run(saveSecondFactor, { person, secret: next.secret, step, recoveryCodes })
  change.audit({ subject: person, changes: [{ field: 'authenticator', before: next.replaces ? 'set' : null, after: 'set' }, codesChange(next.replaces ? left : null, recoveryCodes.length)] })
  return next.replaces
}

export const renewRecoveryCodes = async (change: Change, recoveryCodes: readonly string[]): Promise<void> => {
  const { person } = change.viewer
  if (!(await factorOf(change)).isSet) throw none()
  const [renewed] = await change.run(renewCodes, { person, recoveryCodes })
  change.audit({ subject: person, changes: [codesChange(renewed?.left ?? 0, recoveryCodes.length)] })
}

export const dropFactor = async (change: Change): Promise<void> => {
  const { person } = change.viewer
  const factor = await factorOf(change)
  if (mustHaveFactor(factor)) throw new Refusal('NOT_ALLOWED', 'Your roles must have a second factor. Replace it, where the device is another.')
  if (!factor.isSet) throw none()
  const [removed] = await change.run(removeFactor, { person })
  change.audit({ subject: person, changes: [{ field: 'authenticator', before: 'set', after: null }, codesChange(removed?.left ?? 0, null)] })
}
