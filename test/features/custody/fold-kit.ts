import type { CustodyContext, CustodyEvent, Involvement, Places, Step, ThingRole } from '../../../server/features/custody/custody-event.type.ts'
import type { SerialState } from '../../../server/features/custody/custody-state.type.ts'
import { holdNames } from '../../../server/features/custody/serial-changes.rules.ts'
import { foldSerial } from '../../../server/features/custody/serial-state.rules.ts'

/** Organizations are single words; each operates `word-main` and any `word-…`. Those that end in `-abroad` are in another country. */
export const places: Places = {
  operator: (site) => site.slice(0, site.indexOf('-')),
  mainSite: (organization) => `${organization}-main`,
  country: (site) => (site.endsWith('-abroad') ? 'DE' : 'CN'),
}

export const context: CustodyContext = { places, maker: 'maker' }

export type Told = Partial<CustodyEvent> & { readonly role?: ThingRole } & Pick<Involvement, 'quantity' | 'parent' | 'allChildren'> & Pick<Step, 'via' | 'parentHolder'>

/** A step at hour `hour` of a day, reported by the maker unless it is told otherwise. */
export const stepAt = (hour: number, bizStep: string, { role = 'EPC', quantity, parent, allChildren, via, parentHolder, ...told }: Told = {}): Step => ({
  event: {
    id: `e${hour}`, type: 'OBJECT', action: 'OBSERVE', bizStep, hash: `h${hour}`, reportedBy: 'maker',
    eventTime: `2026-05-01T${String(hour).padStart(2, '0')}:00:00.000Z`, ...told,
  },
  role, quantity, parent, allChildren, via, parentHolder,
})

export const at = (hour: number): string => `2026-05-01T${String(hour).padStart(2, '0')}:00:00.000Z`

export const fold = (...steps: Step[]): SerialState => foldSerial(steps, context)

/** What matters of a state, short. */
export const short = (state: SerialState) => ({
  status: state.status,
  ...(state.holder !== undefined && { holder: state.holder }),
  ...(state.site !== undefined && { site: state.site }),
  ...(state.holds.length > 0 && { holds: holdNames(state.holds) }),
  ...(state.findings.length > 0 && { findings: state.findings.map(({ code }) => code) }),
})

export const made = stepAt(1, 'commissioning', { action: 'ADD', site: 'maker-plant' })
export const released = stepAt(2, 'inspecting', { site: 'maker-plant', disposition: 'conformant' })
const trip = { from: 'maker', to: 'clinic' }
export const shipped = stepAt(3, 'shipping', { ...trip, site: 'maker-plant' })
export const received = stepAt(4, 'receiving', { ...trip, site: 'clinic-ward', reportedBy: 'clinic' })
/** Made, released, and in the clinic's ward. */
export const atClinic = [made, released, shipped, received]
