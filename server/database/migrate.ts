import neo4j, { type Session } from 'neo4j-driver'
import { Failure } from '../kernel/failure.ts'
import { openDriver, type DatabaseAddress } from './bolt.ts'
import { readMigrations, type Migration } from './migration-files.ts'
import { withMigrationLock } from './migration-lock.ts'

type Applied = Pick<Migration, 'version' | 'name' | 'checksum'>

/**
 * Applies the migrations of the folder that are not yet applied, in order, one node at a time, and waits until every
 * index is there. A node that dies half-way leaves a migration that is begun and not noted, and the next one runs it
 * again: statements have to bear that (IF NOT EXISTS, MERGE).
 *
 * @param report told of each migration as it begins
 * @returns the names of those that were applied now
 * @throws Failure where the database is newer than this code, or an applied migration was changed
 */
export async function migrate(address: DatabaseAddress, folder: string, report: (detail: string) => void = () => undefined): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const driver = openDriver(address)
  try {
    return await withMigrationLock(driver, address.database, async () => {
      const session = driver.session({ database: address.database })
      const pending = pendingOf(migrations, await appliedTo(session))
      for (const migration of pending) await apply(session, migration, report)
      await session.run('CALL db.awaitIndexes(600)')
      return pending.map(nameOf)
    })
  } finally {
    await driver.close()
  }
}

async function appliedTo(session: Session): Promise<Applied[]> {
  const { records } = await session.run('MATCH (m:Migration) RETURN m.version AS version, m.name AS name, m.checksum AS checksum ORDER BY version')
  return records.map((record) => record.toObject() as Applied)
}

async function apply(session: Session, migration: Migration, report: (detail: string) => void): Promise<void> {
  report(nameOf(migration))
  for (const statement of migration.statements) await session.run(statement)
  const { version, name, checksum } = migration
  await session.run('CREATE (:Migration {version: $version, name: $name, checksum: $checksum, appliedAt: $now})', { version: neo4j.int(version), name, checksum, now: new Date().toISOString() })
}

function pendingOf(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.version, migration]))
  for (const done of applied) {
    const here = known.get(done.version)
    if (!here) throw new Failure(`The database is newer than this code (it has migration ${nameOf(done)}): start the newer version of Devicetrail, or use another database.`)
    if (here.checksum !== done.checksum) throw new Failure(`Migration ${nameOf(done)} was changed after it was applied to this database: put the file back as it was, and write the change as a new migration.`)
  }
  const versions = new Set(applied.map(({ version }) => version))
  return migrations.filter(({ version }) => !versions.has(version))
}

function nameOf({ version, name }: Pick<Migration, 'version' | 'name'>): string {
  return `${String(version).padStart(3, '0')}-${name}`
}
