import { Ctx, Query, Resolver } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { demoPeople, demoStops } from './demo.cypher.ts'
import { DemoStop, DemoViewer } from './demo.type.ts'

@Resolver()
export class DemoResolver {
  @Query(() => [DemoViewer], { description: 'The demo\'s people; empty outside the demo.' })
  async demoViewers(@Ctx() { graph }: Context): Promise<DemoViewer[]> {
    return (await graph.read(demoPeople, {})).map((row) => row.person)
  }

  @Query(() => [DemoStop], { description: 'Things to try in the demo; empty outside it.' })
  async demoTour(@Ctx() { graph }: Context): Promise<DemoStop[]> {
    return (await graph.read(demoStops, {})).map((row) => row.stop)
  }
}
