import type { Context } from './context.ts'

/**
 * Asks the published API within the hub, as the viewer of a context: what comes out is what that viewer would be shown,
 * masks and all. Each asking has loaders of its own, so that a long series of them keeps nothing.
 */
export type Ask = <Data>(context: Context, query: string, variables: object) => Promise<Data>
