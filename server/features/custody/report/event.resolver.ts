import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { isAllowed } from '../../../access/may.ts'
import type { Context } from '../../../kernel/context.ts'
import { Event } from '../event.type.ts'
import { speaksAsMaker } from './declare-error.ts'
import { declarableById } from './report.loader.ts'

@Resolver(() => Event)
export class EventResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may declare it an error: what its organization reported, and, for the maker\'s quality, what others did of its own products.' })
  async mayDeclareError(@Ctx() context: Context, @Root() { id, reportedByViewer, errorDeclaredAt }: Event): Promise<boolean> {
    const { viewer } = context
    if (errorDeclaredAt !== null || !isAllowed(viewer, 'DECLARE_ERROR')) return false
    if (reportedByViewer) return true
    // Of most viewers nothing has to be asked.
    if (!speaksAsMaker(context, { ownOnly: true })) return false
    const found = await declarableById(context).load(id)
    return found !== null && speaksAsMaker(context, found)
  }
}
