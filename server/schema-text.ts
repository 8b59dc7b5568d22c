import { lexicographicSortSchema, printSchema } from 'graphql'
import { openSchema } from './schema.ts'

/** The published schema as text, sorted, so that a change shows as what it is. */
export const schemaText = async (): Promise<string> => `${printSchema(lexicographicSortSchema(await openSchema()))}\n`
