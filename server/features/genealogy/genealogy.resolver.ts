import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { findGenealogy, type FoundGenealogy } from './find-genealogy.ts'
import { Genealogy, GenealogyDirection } from './genealogy.type.ts'

@Resolver()
export class GenealogyResolver {
  @Query(() => Genealogy, { nullable: true, description: 'What a batch or serial was made of, and what was made of it.' })
  genealogy(
    @Arg('code', () => String) code: string,
    @Arg('direction', () => GenealogyDirection) direction: GenealogyDirection,
    @Arg('depth', () => Int, { nullable: true, description: 'Steps from the root, at most 50; 10 unless told.' }) depth: number | undefined,
    @Ctx() { graph }: Context,
  ): Promise<FoundGenealogy | null> {
    return findGenealogy(graph, { code, direction, depth: depth ?? 10 })
  }
}
