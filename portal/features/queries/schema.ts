import { buildSchema } from 'graphql'
import text from '../../../graph-schema/schema.graphql?raw'

/** The published schema, brought along: in production the hub answers no introspection. */
export const schema = buildSchema(text)
