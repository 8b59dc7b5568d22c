import type { EventSeed, ThingSeed } from '../history.ts'
import type { Calendar } from './calendar.ts'

/** What an event is about: a serial, a batch (all of it, or a quantity), or a carton; by its key. */
export type Thing = Omit<ThingSeed, 'role'>

export type EventKind = Pick<EventSeed, 'type' | 'action' | 'bizStep' | 'disposition'>

/** A document that an event produced, before anybody has written it. */
export interface Paper {
  readonly kind: string
  readonly number: string
  readonly resultZh?: string
  readonly result?: string
}

/** Who is where: the operator of a site, and the country whose clock it reads. */
export interface Directory {
  operatorOf(site: string): string
  countryOf(organization: string): string
}

type Facts = { -readonly [name in keyof EventSeed]?: EventSeed[name] }

export const keyOf = (thing: Thing): string => thing.serial ?? thing.batch ?? thing.unit ?? ''

/** One event, told as a sentence: `ship(things).from('MAILAN').to('KANGLUO').on('2026-04-19 17:45')`. */
export class Happening {
  readonly papers: Paper[] = []
  private readonly facts: Facts = {}
  private when = ''

  constructor(private readonly kind: EventKind, readonly things: readonly ThingSeed[]) {}

  /** @param written wall-clock time where it happened: `2026-05-10 15:02` */
  on(written: string): this {
    this.when = written
    return this
  }

  at(site: string): this {
    return this.with({ site })
  }

  from(organization: string): this {
    return this.with({ from: organization })
  }

  to(organization: string): this {
    return this.with({ to: organization })
  }

  /** Who owns the things from now on, where that is not who holds them. */
  ownedBy(organization: string): this {
    return this.with({ owner: organization })
  }

  /** Who told the hub; the site's operator where nobody is named. */
  by(organization: string): this {
    return this.with({ reportedBy: organization })
  }

  delivery(documentNumber: string): this {
    return this.with({ documentNumber })
  }

  procedure(procedureReference: string): this {
    return this.with({ procedureReference })
  }

  noting(noteZh: string, note: string): this {
    return this.with({ noteZh, note })
  }

  as(disposition: string): this {
    return this.with({ disposition })
  }

  proved(kind: string, number: string, resultZh?: string, result?: string): this {
    this.papers.push({ kind, number, resultZh, result })
    return this
  }

  /** The record is wrong and says so; it stays. */
  declaredWrong(at: string, reason: string): this {
    return this.with({ errorDeclaredAt: at, errorReason: reason })
  }

  /** The event as the loader takes it. Its key says what happened, when, and to what first. */
  seed(calendar: Calendar, directory: Directory): EventSeed {
    const reportedBy = this.facts.reportedBy ?? this.reporter(directory)
    const country = directory.countryOf(this.facts.site ? directory.operatorOf(this.facts.site) : reportedBy)
    const { errorDeclaredAt } = this.facts
    return {
      ...this.kind,
      ...this.facts,
      ...calendar.moment(this.when, country),
      ...(errorDeclaredAt && { errorDeclaredAt: calendar.moment(errorDeclaredAt, country).eventTime }),
      key: [this.kind.bizStep ?? this.kind.type, this.when, keyOf(this.things[0] ?? {})].join(' | '),
      reportedBy,
      things: this.things,
    }
  }

  private reporter(directory: Directory): string {
    if (!this.facts.site) throw new Error(`${this.kind.bizStep} on ${this.when}: nobody reported it`)
    return directory.operatorOf(this.facts.site)
  }

  private with(facts: Facts): this {
    Object.assign(this.facts, facts)
    return this
  }
}
