import { afterAll, beforeAll } from 'vitest'
import { openGraph } from '../../../server/kernel/graph.ts'
import { openStage, type Stage } from '../recalls/story-kit.ts'
import { authoritySuite } from './authority-suite.ts'
import { caseDeadlineSuite } from './case-deadline-suite.ts'
import { loanDeadlineSuite } from './loan-deadline-suite.ts'
import { ruleSuite } from './rule-suite.ts'
import { badLotGraph } from '../signals/bad-lot.ts'
import { signalSuite } from '../signals/signal-suite.ts'

// One database for what the maker's regulatory people have to do with cases and recalls, and for what the hub reminds of.
let stage: Stage
beforeAll(async () => {
  stage = await openStage('regulatory', 'quality', 'quality-team')
  const graph = openGraph(stage.database)
  await graph.write((writer) => writer.run(badLotGraph, {}))
  await graph.close()
})
afterAll(() => stage.stop())

signalSuite(() => stage)
ruleSuite(() => stage)
authoritySuite(() => stage)
caseDeadlineSuite(() => stage)
loanDeadlineSuite(() => stage)
