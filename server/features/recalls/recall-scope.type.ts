import { Field, Int, ObjectType } from 'type-graphql'
import { Quantity } from '../../kernel/scalars.ts'
import type { ItemTable } from '../custody/item-table.cypher.ts'
import { Party } from '../partners/party.type.ts'
import type { ItemPlace } from './scope-items.cypher.ts'

/** The numbers of a scope, all from one round trip. */
export interface ScopeSummary {
  readonly batchCount: number
  readonly serialCount: number
  /** Items: serials, and units at a place. */
  readonly itemCount: number
  readonly quantity: Quantity | null
  readonly holders: readonly ScopeHolder[]
  readonly inTransit: readonly ScopeTransit[]
  readonly used: ScopeUsed
  readonly countries: readonly string[]
}

@ObjectType({ simpleResolvers: true, description: 'What one organization has of it now.' })
export class ScopeHolder {
  @Field(() => Party)
  organization!: Party

  @Field(() => Int)
  serialCount!: number

  @Field(() => Quantity, { description: 'Units held by lot, beside the serials. A holder with several units of measure is listed once for each, its serials in the first.' })
  quantity!: Quantity
}

@ObjectType({ simpleResolvers: true, description: 'What is under way: both ends have to be told.' })
export class ScopeTransit {
  @Field(() => Party)
  from!: Party

  @Field(() => Party)
  to!: Party

  @Field(() => Int)
  serialCount!: number

  @Field(() => [Quantity], { description: 'Units of lots, by unit of measure; the sender\'s until they are received.' })
  quantities!: Quantity[]
}

@ObjectType({ simpleResolvers: true, description: 'What was implanted, used up or put into service.' })
export class ScopeUsed {
  @Field(() => Int)
  serialCount!: number

  @Field(() => [Quantity], { description: 'Units of lots, by unit of measure.' })
  quantities!: Quantity[]
}

@ObjectType({ simpleResolvers: true, description: 'What of a scope nobody has and nobody used.' })
export class ScopeGone {
  @Field(() => Int)
  serialCount!: number

  @Field(() => [Quantity], { description: 'Units of lots, by unit of measure.' })
  quantities!: Quantity[]
}

/** What is gone, and how. */
export interface ScopeLosses {
  readonly scrapped: ScopeGone
  readonly unknown: ScopeGone
}

const nothingGone: ScopeGone = { serialCount: 0, quantities: [] }
const noLosses: ScopeLosses = { scrapped: nothingGone, unknown: nothingGone }

@ObjectType({ description: 'What a recall would reach. Counts are exact however many serials there are.' })
export class RecallScope {
  /** What was asked; each field waits for the answer that it needs, and those run side by side. */
  readonly summary: () => Promise<ScopeSummary>
  /** One page of its items from a place on; undefined for whoever sees none. */
  readonly itemsAfter: (after: ItemPlace, limit: number) => Promise<ItemTable<ItemPlace> | undefined>

  readonly losses: () => Promise<ScopeLosses>

  constructor(summary: () => Promise<ScopeSummary>, itemsAfter: RecallScope['itemsAfter'] = () => Promise.resolve(undefined), losses: RecallScope['losses'] = () => Promise.resolve(noLosses)) {
    let asked: Promise<ScopeSummary> | undefined
    this.summary = () => (asked ??= summary())
    this.itemsAfter = itemsAfter
    let lost: Promise<ScopeLosses> | undefined
    this.losses = () => (lost ??= losses())
  }
}
