const made = /^CREATE\s+(?:FULLTEXT\s+|VECTOR\s+)?(?:CONSTRAINT|INDEX)\s+(\w+)/i
const dropped = /^DROP\s+(?:CONSTRAINT|INDEX)\s+(\w+)/i

/** The names of the constraints and indexes that stand after the migrations, in order, have run. */
export const schemaNames = (migrations: readonly { readonly statements: readonly string[] }[]): string[] => {
  const names = new Set<string>()
  for (const statement of migrations.flatMap(({ statements }) => statements)) {
    const [, making] = made.exec(statement) ?? []
    const [, dropping] = dropped.exec(statement) ?? []
    if (making !== undefined) names.add(making)
    if (dropping !== undefined) names.delete(dropping)
  }
  return [...names]
}
