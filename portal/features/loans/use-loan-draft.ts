import { computed, reactive, ref } from 'vue'
import { readOffline } from '../goods/read-offline.ts'
import type { LentLine, Outcome } from './loan.query.ts'

export interface Draft { line: LentLine, outcome: Outcome, quantity: number }

const names = ({ id, code, serialNumber, lotNumber }: LentLine): (string | null)[] => [id, code, serialNumber, serialNumber ? null : lotNumber]

/** The line of the set that a scan names: by its label's parts, or by what is printed below them. */
function lineOf(code: string, lines: readonly LentLine[]): LentLine | undefined {
  const { di, lot, serial } = readOffline(code)
  if (!serial && !lot) return lines.find((line) => names(line).includes(code))
  const numbered = lines.filter((line) => serial ? line.serialNumber === serial : !line.serialNumber && line.lotNumber === lot)
  return numbered.find((line) => !di || di.endsWith(line.di) || line.di.endsWith(di)) ?? numbered[0]
}

/** What was scanned or touched, each with what became of it, until it is reported. */
export function useLoanDraft(lines: () => readonly LentLine[], outcome: () => Outcome) {
  const drafts = reactive<Draft[]>([])
  const stranger = ref('')

  const planned = (line: LentLine) => drafts.reduce((sum, draft) => sum + (draft.line.id === line.id ? draft.quantity : 0), 0)
  const left = (line: LentLine) => line.out - planned(line)

  function add(line: LentLine, quantity = 1) {
    const same = drafts.find((draft) => draft.line.id === line.id && draft.outcome === outcome())
    const more = Math.min(quantity, left(line))
    if (more <= 0) return
    if (same) same.quantity += more
    else drafts.push({ line, outcome: outcome(), quantity: more })
  }

  function scan(code: string) {
    const line = lineOf(code, lines())
    stranger.value = line ? '' : code
    if (line) add(line)
  }

  const addAll = () => { for (const line of lines()) add(line, left(line)) }
  const remove = (draft: Draft) => { drafts.splice(drafts.indexOf(draft), 1) }
  const open = computed(() => lines().filter((line) => left(line) > 0))
  return { drafts, stranger, open, left, add, addAll, scan, remove }
}
