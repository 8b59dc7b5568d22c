import type { SerialState } from './custody-state.type.ts'

type Hands = Pick<SerialState, 'holder' | 'usage' | 'transit' | 'passed'>

const lastHands = ({ holder, usage, passed }: Hands): string | undefined => holder ?? usage?.organization ?? passed.at(-1)?.organization

/** Whose word on it counts: who has it, or used it, an end of its journey, and the maker. Of others, who had it once among them, it is a claim. */
export const mayJudge = (state: Hands, by: string, maker: string): boolean => [maker, lastHands(state), state.transit?.from, state.transit?.to].includes(by)

/** Somebody has it, and this one has nothing to do with it. */
export const isStranger = (state: Hands, by: string, maker: string): boolean => lastHands(state) !== undefined && !mayJudge(state, by, maker)
