import { Field, ID, InterfaceType } from 'type-graphql'
import { labelOfId } from './ids.ts'

@InterfaceType({
  description: 'Anything with a global id; `node(id:)` finds it again.',
  resolveType: (value: Node) => labelOfId(value.id),
})
export abstract class Node {
  @Field(() => ID)
  id!: string
}
