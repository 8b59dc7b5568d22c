import { cypher } from '../../server/kernel/cypher.ts'

export interface SeedMark {
  readonly name: string
  readonly finishedAt: string | null
}

export const seedMark = cypher<{ name: string }, SeedMark>()`
MATCH (seed:Seed {name: $in.name})
RETURN seed.name AS name, seed.finishedAt AS finishedAt`

export const beginSeed = cypher<{ name: string; now: string }, never>()`
CREATE (:Seed {name: $in.name, beganAt: $in.now})`

export const finishSeed = cypher<{ name: string; now: string; counts: object }, never>()`
MATCH (seed:Seed {name: $in.name})
SET seed += $in.counts, seed.finishedAt = $in.now`
