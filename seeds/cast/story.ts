import type {
  BatchSeed, DocumentSeed, EventSeed, History, LogisticUnitSeed, OrganizationSeed, ProductSeed, RecallSeed, SerialSeed, SiteSeed, ThingSeed, TicketSeed,
} from '../history.ts'
import type { Calendar } from './calendar.ts'
import { type Directory, type EventKind, Happening, type Thing } from './happening.ts'
import { writtenPaper } from './papers.ts'

type LotFacts = Omit<BatchSeed, 'key' | 'product' | 'lotNumber'>
type Role = ThingSeed['role']

/** A part of a lot: so many of it. */
export const some = (lot: Thing, quantity: number, measure?: string): Thing => ({ ...lot, quantity, measure })

const inRole = (role: Role, things: readonly Thing[]): ThingSeed[] => things.map((thing) => ({ ...thing, role }))

/** What the stories are told into: who there is, what there is, and what happened, in the order of telling. */
export class Story implements Directory {
  private readonly organizations = new Map<string, OrganizationSeed>()
  private readonly sites = new Map<string, SiteSeed>()
  private readonly products: ProductSeed[] = []
  private readonly batches: BatchSeed[] = []
  private readonly serials: SerialSeed[] = []
  private readonly logisticUnits: LogisticUnitSeed[] = []
  private readonly happenings: Happening[] = []
  private readonly recalls: RecallSeed[] = []
  private readonly tickets: TicketSeed[] = []

  constructor(private readonly calendar: Calendar) {}

  organization(seed: OrganizationSeed): void {
    const licences = seed.licences?.map((licence) => ({ ...licence, validUntil: this.dayIn(licence.validUntil) }))
    this.organizations.set(seed.code, { ...seed, licences })
  }

  /** A place of an organization; its country is the organization's. */
  site(seed: Omit<SiteSeed, 'country'>): void {
    this.sites.set(seed.code, { ...seed, country: this.countryOf(seed.organization) })
  }

  product(seed: ProductSeed): void {
    this.products.push(seed)
  }

  lot(product: string, lotNumber: string, facts: LotFacts): Thing {
    const key = `${product}|${lotNumber}`
    const days = { manufacturedOn: this.dayIn(facts.manufacturedOn), expiresOn: this.dayIn(facts.expiresOn) }
    this.batches.push({ ...facts, ...days, key, product, lotNumber })
    return { batch: key }
  }

  /** One device with its serial number; its lot, and with it the days, where it has one. */
  device(product: string, serialNumber: string, facts: { lot?: Thing; manufacturedOn?: string; expiresOn?: string } = {}): Thing {
    const key = `${product}|${serialNumber}`
    const days = { manufacturedOn: this.dayIn(facts.manufacturedOn), expiresOn: this.dayIn(facts.expiresOn) }
    this.serials.push({ key, product, serialNumber, batch: facts.lot?.batch, ...days })
    return { serial: key }
  }

  carton(sscc: string): Thing {
    this.logisticUnits.push({ key: sscc, sscc, kind: 'CARTON' })
    return { unit: sscc }
  }

  recall(seed: RecallSeed): void {
    this.recalls.push(seed)
  }

  ticket(seed: TicketSeed): void {
    this.tickets.push(seed)
  }

  /** An event about things that stand on their own. */
  about(kind: EventKind, things: readonly Thing[]): Happening {
    return this.tell(kind, inRole('EPC', things))
  }

  /** An event that made outputs of inputs. */
  made(outputs: readonly Thing[], inputs: readonly Thing[]): Happening {
    return this.tell({ type: 'TRANSFORMATION', bizStep: 'commissioning', disposition: 'active' }, [...inRole('OUTPUT', outputs), ...inRole('INPUT', inputs)])
  }

  /** An event that put things into another, or took them out. */
  inside(kind: EventKind, parent: Thing, children: readonly Thing[]): Happening {
    return this.tell(kind, [...inRole('PARENT', [parent]), ...inRole('CHILD', children)])
  }

  /** @param written wall-clock time in the country of an organization */
  moment(written: string, organization: string): string {
    return this.calendar.moment(written, this.countryOf(organization)).eventTime
  }

  operatorOf(code: string): string {
    return this.known(this.sites, code).organization
  }

  countryOf(code: string): string {
    return this.known(this.organizations, code).country
  }

  history(): History {
    const told = this.happenings.map((happening) => ({ happening, event: happening.seed(this.calendar, this) }))
    return {
      organizations: [...this.organizations.values()],
      sites: [...this.sites.values()],
      products: this.products,
      documents: told.flatMap(({ happening, event }) => this.papersOf(happening, event)),
      batches: this.batches,
      serials: this.serials,
      logisticUnits: this.logisticUnits,
      events: told.map(({ event }) => event).sort((one, other) => one.eventTime.localeCompare(other.eventTime)),
      recalls: this.recalls,
      tickets: this.tickets,
    }
  }

  private papersOf(happening: Happening, event: EventSeed): DocumentSeed[] {
    const issuer = this.known(this.organizations, event.reportedBy)
    return happening.papers.map((paper) => writtenPaper(paper, event, issuer))
  }

  private tell(kind: EventKind, things: readonly ThingSeed[]): Happening {
    const happening = new Happening(kind, things)
    this.happenings.push(happening)
    return happening
  }

  private known<Seed>(seeds: ReadonlyMap<string, Seed>, code: string): Seed {
    const seed = seeds.get(code)
    if (!seed) throw new Error(`the demo speaks of ${code}, which it has not introduced`)
    return seed
  }

  private dayIn(written: string | undefined): string | undefined {
    return written && this.calendar.day(written)
  }
}
