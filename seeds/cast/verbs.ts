import type { EventKind, Happening, Thing } from './happening.ts'
import { mainSiteOf } from './settle.ts'
import type { Story } from './story.ts'

const observed = (bizStep: string, disposition?: string): EventKind => ({ type: 'OBJECT', action: 'OBSERVE', bizStep, disposition })

const kinds = {
  commission: { type: 'OBJECT', action: 'ADD', bizStep: 'commissioning', disposition: 'active' },
  stockUp: { type: 'OBJECT', action: 'ADD', bizStep: 'creating_class_instance', disposition: 'active' },
  inspect: observed('inspecting', 'conformant'),
  ship: observed('shipping', 'in_transit'),
  consign: observed('consigning', 'in_transit'),
  receive: observed('receiving', 'in_progress'),
  store: observed('storing', 'sellable_accessible'),
  hold: observed('holding', 'needs_replacement'),
  repair: observed('repairing', 'in_progress'),
  dispense: observed('dispensing', 'dispensed'),
  implant: observed('implanting'),
  explant: observed('explanting', 'returned'),
  destroy: { type: 'OBJECT', action: 'DELETE', bizStep: 'destroying', disposition: 'destroyed' },
  install: { type: 'ASSOCIATION', action: 'ADD', bizStep: 'assembling', disposition: 'in_progress' },
  remove: { type: 'ASSOCIATION', action: 'DELETE', bizStep: 'removing', disposition: 'non_conformant' },
  pack: { type: 'AGGREGATION', action: 'ADD', bizStep: 'packing', disposition: 'in_progress' },
  unpack: { type: 'AGGREGATION', action: 'DELETE', bizStep: 'unpacking', disposition: 'in_progress' },
} as const satisfies Record<string, EventKind>

/** A way from one to another: when it left, when and where it arrived, under which delivery note. */
export interface Journey {
  readonly from: string
  readonly to: string
  readonly sent: string
  readonly received: string
  readonly paper: string
  /** Where it is put; the recipient's main site where nothing is said. */
  readonly into?: string
}

/** The words in which a story is told: each starts a sentence about things, which `.on(…)`, `.at(…)` and the others finish. */
export class Teller {
  constructor(readonly story: Story) {}

  commission = (...things: Thing[]): Happening => this.story.about(kinds.commission, things)
  stockUp = (...lots: Thing[]): Happening => this.story.about(kinds.stockUp, lots)
  inspect = (...things: Thing[]): Happening => this.story.about(kinds.inspect, things)
  store = (...things: Thing[]): Happening => this.story.about(kinds.store, things)
  hold = (...things: Thing[]): Happening => this.story.about(kinds.hold, things)
  repair = (...things: Thing[]): Happening => this.story.about(kinds.repair, things)
  dispense = (...things: Thing[]): Happening => this.story.about(kinds.dispense, things)
  implant = (...things: Thing[]): Happening => this.story.about(kinds.implant, things)
  explant = (...things: Thing[]): Happening => this.story.about(kinds.explant, things)
  destroy = (...things: Thing[]): Happening => this.story.about(kinds.destroy, things)
  make = (outputs: readonly Thing[], inputs: readonly Thing[]): Happening => this.story.made(outputs, inputs)
  install = (device: Thing, ...parts: Thing[]): Happening => this.story.inside(kinds.install, device, parts)
  remove = (device: Thing, ...parts: Thing[]): Happening => this.story.inside(kinds.remove, device, parts)
  pack = (carton: Thing, ...things: Thing[]): Happening => this.story.inside(kinds.pack, carton, things)
  unpack = (carton: Thing, ...things: Thing[]): Happening => this.story.inside(kinds.unpack, carton, things)

  /** Leaves the sender, who keeps custody until somebody receives it. */
  ship({ from, to, sent, paper }: Omit<Journey, 'received'>, ...things: Thing[]): Happening {
    return this.leave(kinds.ship, { from, to, sent, paper }, things)
  }

  /** Sold to somebody who is not active on the hub: custody passes at once. */
  consign({ from, to, sent, paper }: Omit<Journey, 'received'>, ...things: Thing[]): Happening {
    return this.leave(kinds.consign, { from, to, sent, paper }, things)
  }

  receive({ from, to, received, paper, into = mainSiteOf(to) }: Omit<Journey, 'sent'>, ...things: Thing[]): Happening {
    return this.story.about(kinds.receive, things).from(from).to(to).at(into).on(received).delivery(paper)
  }

  /** Left and arrived: both events, with the delivery note. */
  deliver(journey: Journey, ...things: Thing[]): Happening {
    this.ship(journey, ...things)
    return this.receive(journey, ...things)
  }

  private leave(kind: EventKind, { from, to, sent, paper }: Omit<Journey, 'received'>, things: readonly Thing[]): Happening {
    const left = this.story.about(kind, things).from(from).to(to).at(mainSiteOf(from)).on(sent).delivery(paper)
    return left.proved('DELIVERY_NOTE', paper, '已发货', 'shipped')
  }
}
