// `npm run schema`: writes graph-schema/schema.graphql, which is committed and reviewed.
import 'reflect-metadata'
import { writeFile } from 'node:fs/promises'
import { inProject } from './kernel/project.ts'
import { schemaText } from './schema-text.ts'

await writeFile(inProject('graph-schema/schema.graphql'), await schemaText())
