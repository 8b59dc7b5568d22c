import { isStatement } from './kernel/cypher.ts'

const modules = import.meta.glob<Record<string, unknown>>(['./features/**/*.ts', './access/**/*.ts', './record/**/*.ts'], { eager: true })

export interface NamedStatement {
  /** File and export, as `lookup.cypher.ts lookupByCode`. */
  readonly name: string
  readonly text: string
}

/** A statement, or a table of statements. */
const within = (name: string, value: unknown): NamedStatement[] => {
  if (isStatement(value)) return [{ name, text: value.text }]
  const isTable = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  return isTable ? Object.entries(value).flatMap(([key, inner]) => within(`${name}.${key}`, inner)) : []
}

/** Every statement that the hub runs, found in what its modules export. */
export const allStatements = (): NamedStatement[] =>
  Object.entries(modules).flatMap(([path, exported]) => Object.entries(exported).flatMap(([name, value]) => within(`${path.split('/').at(-1)} ${name}`, value)))
