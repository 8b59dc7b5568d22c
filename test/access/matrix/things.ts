/** A thing of the demo, what looks like it but is nobody's, and the organizations that may see it (design, “Who sees what”). */
export interface Thing {
  readonly real: string
  readonly fake: string
  readonly seenBy: readonly string[]
}

const mailan = 'NINGCHUAN-MAILAN-MEDICAL-DEVICES'

/** By code. Held now, held before, made, or made of: everybody else is a stranger to it. */
export const coded = {
  /** A pump: Mailan made it, Kangluo sold it, the university hospital has it. */
  pump: { real: '(01)06972145030188(21)ML4-260311-0452', fake: '(01)06972145030188(21)ML4-260311-9999', seenBy: [mailan, 'KANGLUO', 'CJUH'] },
  /** The same by its number alone, as people search. */
  pumpNumber: { real: 'ML4-260311-0452', fake: 'ML4-260311-9999', seenBy: [mailan, 'KANGLUO', 'CJUH'] },
  /** A lot of Abbott's stents: not Mailan's to see, though both are makers. */
  stents: { real: '(01)08717648200274(10)5031184', fake: '(01)08717648200274(10)5031199', seenBy: ['ABBOTT-VASCULAR', 'KANGLUO', 'CJUH'] },
  /** A supplier's own lot, bought by Mailan. */
  polymer: { real: 'R26-0118', fake: 'R26-9999', seenBy: ['SULU-POLYMER', mailan] },
  /** A supplier's material. */
  material: { real: 'SULU-PEBA-7233', fake: 'SULU-PEBA-9999', seenBy: ['SULU-POLYMER', mailan] },
  /** A carton of Kangluo's on its way to Nanyu, with balloons of Mailan's. */
  carton: { real: '(00)106999900070000013', fake: '(00)106999900070000099', seenBy: ['KANGLUO', 'NYHH', mailan] },
} as const satisfies Record<string, Thing>

/** The demo's, and what fixtures.ts makes beside it. */
export type ThingName = keyof typeof coded | 'loanSet' | 'adverseEvent' | 'ticket' | 'recall' | 'notice' | 'draft' | 'person' | 'organization' | 'site' | 'session' | 'hold' | 'request' | 'event' | 'finding' | 'client' | 'webhook' | 'delivery' | 'share'
  | 'import' | 'capture' | 'namedQuery' | 'subscription' | 'epcisEvent' | 'attachment' | 'document' | 'device' | 'epc' | 'carriedUnit' | 'acceptance' | 'supplier' | 'record' | 'nothing'
