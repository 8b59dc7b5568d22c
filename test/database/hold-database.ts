// A process that works with the database of its environment, as a hub does, until it is told to end or to crash.
import { resolveDatabase } from '../../server/database/resolve-database.ts'
import { readSettings } from '../../server/kernel/settings.ts'
import { endOnSignal } from '../../server/signals.mjs'

const database = await resolveDatabase(readSettings())
endOnSignal(() => database.stop())
console.log(JSON.stringify(database))
process.stdin.on('data', () => { throw new Error('crashed as asked') })
