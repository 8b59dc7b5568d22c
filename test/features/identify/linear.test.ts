import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { readLabel } from '../../../server/features/identify/read-label.ts'
import { countSteps } from './count-steps.ts'

const TODAY = new Date('2026-11-22T00:00:00Z')
const stepsFor = (text: string) => countSteps(() => void readLabel(text, TODAY))

const HEADS = ['', '(', '(01', '+', '+A123BJC5D6E71G', '=', '&', '=+06000', 'MA.156.M0.1.2', 'urn:epc:id:sgtin:', 'https://', 'https://a/', 'https://a/01/08717648200274?', ']d2', ']C1', 'AHM.', 'DI:', 'UDI: ', '*+']
const UNITS = [
  '0', '1', '2099', '10', '17271231', '21', '89', 'A', 'a', ' ', '\t', '.', '.L', '.M', '/', '//', '/10/A', '/S', '(', ')', '()', '(10)', '(10)A', '(GS)', '\\(', '\\',
  '+', '$', '$+', '+$$', '+S', '+00000', '+$6', '$$8', '=', '=/', '=>', '&,1', '^', '^10', '~', '#', '<GS>', '<GS', '{', '%', '%1D', '%41', '&', '&10=A', ';', ';LOT:', ':', '\u001d', '\u001d10', '\u001d10A17271231', '^10A1727123121', '…', '……', 'è', 'M', 'MA', 'MA.', 'MA.15', 'AL', 'Ａ', '。', '\u200b', '😀', '-', '_',
]

const MOST_STEPS_PER_CHARACTER = 120

describe('reading takes a number of steps that grows with the length only, whatever the text', () => {
  it.each(HEADS)('beginning with %j', head => {
    for (const unit of UNITS) {
      for (const length of [1024, 4096]) {
        const text = (head + unit.repeat(length)).slice(0, length)
        // A reader that looks back over its text would need thousands for each character.
        expect(stepsFor(text) / length, `${head}${unit}… of ${length}`).toBeLessThan(MOST_STEPS_PER_CHARACTER)
      }
    }
  })

  it('counts at all', () => {
    expect(stepsFor('(01)08717648200274')).toBeGreaterThan(20)
  })
})

describe('regular expressions', () => {
  const folder = new URL('../../../server/features/identify/', import.meta.url)
  const expressions = readdirSync(folder).flatMap(name => expressionsOf(readFileSync(new URL(name, folder), 'utf8')))

  it('are found', () => {
    expect(expressions).toContain('/^\\d{4,12}$/')
    expect(expressions).toContain('/^https?:\\/\\//i')
  })

  it.each(expressions)('%s repeats without end once at most, and never a group', expression => {
    const withoutClasses = expression.replaceAll(/\[(?:[^\]\\]|\\.)*\]/g, 'c').replaceAll(/\\./g, 'e')
    expect(withoutClasses.match(/[*+]|\{\d+,\}/g)?.length ?? 0).toBeLessThanOrEqual(1)
    expect(withoutClasses).not.toMatch(/\)[*+{]/)
  })
})

/** Every regular expression literal of a source text. */
function expressionsOf(source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest))
  return found
}
