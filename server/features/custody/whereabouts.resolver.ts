import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { serialById } from './custody.loader.ts'
import type { SerialShown, Whereabouts } from './serial.cypher.ts'
import { Serial } from './serial.type.ts'

/** What came with the row, else what the serial itself tells, asked once for all; null where the viewer may not see that. */
const of = async <Name extends keyof Whereabouts>(name: Name, context: Context, serial: Partial<Whereabouts> & { readonly id: string }): Promise<Whereabouts[Name] | null> => {
  const here: Partial<Whereabouts>[Name] = serial[name]
  return here !== undefined ? here : ((await serialById(context).load(serial.id))?.[name] ?? null)
}

@Resolver(() => Serial)
export class WhereaboutsResolver {
  @FieldResolver()
  batch(@Ctx() context: Context, @Root() serial: SerialShown): Promise<Whereabouts['batch']> {
    return of('batch', context, serial)
  }

  @FieldResolver()
  holder(@Ctx() context: Context, @Root() serial: SerialShown): Promise<Whereabouts['holder']> {
    return of('holder', context, serial)
  }

  @FieldResolver()
  heldSince(@Ctx() context: Context, @Root() serial: SerialShown): Promise<Whereabouts['heldSince']> {
    return of('heldSince', context, serial)
  }

  @FieldResolver()
  site(@Ctx() context: Context, @Root() serial: SerialShown): Promise<Whereabouts['site']> {
    return of('site', context, serial)
  }

  @FieldResolver()
  owner(@Ctx() context: Context, @Root() serial: SerialShown): Promise<Whereabouts['owner']> {
    return of('owner', context, serial)
  }

  @FieldResolver()
  transit(@Ctx() context: Context, @Root() serial: SerialShown): Promise<Whereabouts['transit']> {
    return of('transit', context, serial)
  }

  @FieldResolver()
  usage(@Ctx() context: Context, @Root() serial: SerialShown): Promise<Whereabouts['usage']> {
    return of('usage', context, serial)
  }
}
