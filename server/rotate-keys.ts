// `npm run keys:rotate`: a new key for the tokens of the hub's own provider. Every node signs with it within a second, without
// a restart; what the old one signed stays good until it expires.
import { rotateSigningKey } from './access/provider/keys.ts'
import { openSecrets } from './access/secrets.ts'
import { resolveDatabase } from './database/resolve-database.ts'
import { openGraph } from './kernel/graph.ts'
import { readSettings } from './kernel/settings.ts'

const settings = readSettings()
const database = await resolveDatabase(settings)
const graph = openGraph(database, { deadline: 60_000 })
try {
  const kid = await rotateSigningKey(graph, await openSecrets(settings.dataFolder, settings.secretKey))
  process.stdout.write(`Tokens are signed by the new key ${kid} from now on. The old one verifies for a day more.\n`)
} finally {
  await graph.close()
  await database.stop()
}
