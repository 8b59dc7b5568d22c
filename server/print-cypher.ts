// `npm run cypher NAME`: prints the statements whose name contains NAME, to paste into Neo4j Browser; without it, the names.
import 'reflect-metadata'
import { allStatements } from './statements.ts'

const wanted = process.argv[2]
const out = allStatements().map(({ name, text }) => (wanted === undefined ? name : name.includes(wanted) ? `// ${name}\n${text}\n` : ''))
process.stdout.write(`${out.filter(Boolean).join('\n')}\n`)
