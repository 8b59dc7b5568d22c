import { type graphql } from '../../app/graphql.ts'

/** The enums as the schema has them, for components that show a single value. */
export type SerialStatus = ReturnType<typeof graphql.scalar<'SerialStatus'>>
export type Hold = ReturnType<typeof graphql.scalar<'Hold'>>
