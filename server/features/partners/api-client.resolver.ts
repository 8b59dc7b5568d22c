import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql'
import { isAllowed } from '../../access/may.ts'
import { type Connection, emptyConnection, PageArgs, pageOf, selects, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { change, type Change } from '../../record/change.ts'
import { type ApiClientRow, type ClientProof, ownClients, ownClientsCount } from './api-client.cypher.ts'
import { type ApiClient, ApiClientConnection, ChangeClientInput, ChangeClientResult, CreateClientInput, CreateClientResult, RotateClientSecretInput, RotateClientSecretResult } from './api-client.type.ts'
import { type GivenProof, newProof } from './client-proof.ts'
import { changeClient, createClient, rotateClient } from './manage-clients.ts'

interface Proving extends GivenProof {
  readonly idempotencyKey: string
}

/** The secret goes with the answer of whoever made it, and is in no stored answer: the same request repeated has none. */
const withProof = async (context: Context, { idempotencyKey, ...input }: Proving, save: (change: Change, proof: ClientProof) => Promise<ApiClientRow>): Promise<object> => {
  let shown: string | null = null
  const answer = await change(context, { action: 'MANAGE_CLIENTS', idempotencyKey, input }, async (change) => {
    const { proof, secret } = await newProof(input)
    const client = await save(change, proof)
    shown = secret
    return { __typename: 'ClientProofSaved', client }
  })
  return answer.__typename === 'ClientProofSaved' ? { ...answer, secret: shown } : answer
}

@Resolver()
export class ApiClientResolver {
  @Query(() => ApiClientConnection, { description: 'The systems of the viewer\'s own organization by name, for its administrators; empty for others.' })
  async clients(@Ctx() { graph, viewer }: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs): Promise<Connection<ApiClient>> {
    const page = pageOf(args, 20)
    if (!isAllowed(viewer, 'MANAGE_CLIENTS')) return emptyConnection()
    const [rows, [count]] = await Promise.all([graph.read(ownClients, page), selects(info, 'totalCount') ? graph.read(ownClientsCount, {}) : []])
    return toConnection(rows, page, count?.total ?? 0, ({ place }) => place, ({ client }) => client)
  }

  @Mutation(() => CreateClientResult, { description: 'Makes a client of the viewer\'s own organization.' })
  createClient(@Arg('input', () => CreateClientInput) input: CreateClientInput, @Ctx() context: Context): Promise<object> {
    return withProof(context, input, (change, proof) => createClient(change, input, proof))
  }

  @Mutation(() => RotateClientSecretResult, { description: 'Replaces what a client proves itself by, also in another way than before; what it had, and the tokens got by that, are refused within two seconds.' })
  rotateClientSecret(@Arg('input', () => RotateClientSecretInput) input: RotateClientSecretInput, @Ctx() context: Context): Promise<object> {
    return withProof(context, input, (change, proof) => rotateClient(change, input.client, proof))
  }

  @Mutation(() => ChangeClientResult, { description: 'Changes the roles of a client, or shuts it out.' })
  changeClient(@Arg('input', () => ChangeClientInput) input: ChangeClientInput, @Ctx() context: Context): Promise<object> {
    const { idempotencyKey, ...asked } = input
    return change(context, { action: 'MANAGE_CLIENTS', idempotencyKey, input: asked }, async (change) => ({ __typename: 'ClientSaved', client: await changeClient(change, input) }))
  }
}
