import { inject } from 'vitest'
import type { Address, GraphOptions } from '../../server/kernel/graph.ts'
import { openHubOn, type TestHub } from './hub-on.ts'

export type { Answer, TestHub } from './hub-on.ts'

/** A hub over the run's database with the demo, unless told another. */
export const openTestHub = (address: Address = inject('database'), dataFolder: string = inject('dataFolder'), watch?: GraphOptions['onStatement']): Promise<TestHub> =>
  openHubOn(address, dataFolder, { watch })
