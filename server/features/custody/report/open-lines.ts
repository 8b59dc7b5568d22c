import { Refusal } from '../../../kernel/errors.ts'
import { labelOfId } from '../../../kernel/ids.ts'
import type { Change } from '../../../record/change.ts'
import type { RejectedLine } from '../../../record/rejected-line.type.ts'
import { readLabel } from '../../identify/read-label.ts'
import { rounded } from '../rounded.ts'
import { KnownThings } from '../capture/known-things.ts'
import { scannedCode } from '../scanned-code.ts'
import { findThings, type FoundThing, packedInside } from './find-things.cypher.ts'
import { type Goods, type LineReason, reason } from './line.rules.ts'

/** More lines are sent in parts, or as a file. */
const mostLines = 2_000

/** A line as it was given. */
export interface Line {
  readonly code: string
  readonly quantity?: number | null
  readonly unit?: string | null
}

/** The lines of a report with what they name, locked; `rejected` are those that name nothing, or not enough. */
export interface OpenLines {
  readonly known: KnownThings
  readonly goods: readonly Goods[]
  readonly rejected: readonly RejectedLine[]
}

const notFound = reason('NOT_FOUND', 'Nothing that you deal with has this code. Check the label; if it is right, ask who sent it to report the shipment.')

type Meant = Omit<Goods, 'line' | 'code' | 'contents'>

const isReason = (meant: LineReason | Meant): meant is LineReason => 'message' in meant

/** What is known of a lot beside its code: whether it may be meant as such, and what it is counted in. */
interface LotFacts {
  readonly asSuch: boolean
  readonly unit: string | undefined
}

const lotMeant = ({ quantity, unit }: Line, { id, units }: FoundThing, onLabel: number | undefined, facts: LotFacts): LineReason | Meant => {
  const told = quantity ?? onLabel ?? (units === null ? undefined : 1)
  if (told === undefined && facts.asSuch) return { id }
  if (told === undefined) return reason('QUANTITY_NEEDED', 'Say how many of this lot.')
  return told > 0 && Number.isFinite(told) ? { id, quantity: rounded(told * (units ?? 1)), unit: unit ?? (units === null && quantity != null ? facts.unit : undefined) ?? 'EA' } : reason('QUANTITY_WRONG', 'A quantity is more than nothing.')
}

/** What a line means, or why it means nothing. */
const meaning = (line: Line, found: readonly FoundThing[], factsOf: (lot: string) => LotFacts): LineReason | Meant => {
  const [thing] = found
  if (thing === undefined) return notFound
  if (found.length > 1) return reason('AMBIGUOUS', 'This number fits several things of yours. Scan the whole label.')
  const label = readLabel(line.code)
  if (labelOfId(thing.id) === 'Batch') return lotMeant(line, thing, label.quantity, factsOf(thing.id))
  const other = label.lot !== undefined && thing.lotNumber !== null && label.lot !== thing.lotNumber
  return other ? reason('LABEL_MISMATCH', `The label says lot ${label.lot}, the record says ${thing.lotNumber}. Do not use it; ask the manufacturer.`) : { id: thing.id }
}

/** Cartons and pallets among the goods with all that is inside, locked too. */
export const withContents = async (change: Change, known: KnownThings, goods: readonly Goods[]): Promise<Goods[]> => {
  const units = goods.filter(({ id }) => known.units.has(id)).map(({ id }) => id)
  if (units.length === 0) return [...goods]
  const inside = new Map((await change.run(packedInside, { units })).map((row) => [row.unit, row]))
  await known.learn([...inside.values()].flatMap(({ things }) => things))
  return goods.map((one) => ({ ...one, contents: [...new Set(inside.get(one.id)?.things)], packed: inside.get(one.id)?.lots ?? [] }))
}

const unitWrong = ({ id, unit }: Goods, known: KnownThings): LineReason | undefined => {
  const counted = known.batches.get(id)?.unit ?? undefined
  return counted !== undefined && unit !== undefined && unit !== counted ? reason('UNIT_DIFFERS', `This lot is counted in ${counted}: give the quantity so.`) : undefined
}

/**
 * Finds what the lines name, of what the viewer may see, and locks it.
 * @param judging the viewer may mean a lot of its own as such, where it names that without a quantity
 * @throws Refusal where there are no lines, or too many
 */
export const openLines = async (change: Change, lines: readonly Line[], judging = false): Promise<OpenLines> => {
  if (lines.length === 0) throw new Refusal('INVALID_INPUT', 'The report has no lines.', ['lines'])
  if (lines.length > mostLines) throw new Refusal('TOO_LARGE', `At most ${mostLines} lines at once: send the report in parts.`, ['lines'])
  const found = await change.run(findThings, { codes: lines.map(({ code }, index) => ({ ...scannedCode(code), index })) })
  const byLine = new Map<number, FoundThing[]>()
  for (const thing of found) byLine.set(thing.index, [...(byLine.get(thing.index) ?? []), thing])
  const known = new KnownThings(change)
  await known.learn(found.map(({ id }) => id), found.length > 0 ? { organizations: [change.viewer.organization] } : {})
  const factsOf = (lot: string): LotFacts => {
    const batch = known.batches.get(lot)
    return { asSuch: judging && batch?.maker === change.viewer.organization, unit: batch?.unit ?? undefined }
  }
  const goods: Goods[] = []
  const rejected: RejectedLine[] = []
  for (const [index, line] of lines.entries()) {
    const meant = meaning(line, byLine.get(index) ?? [], factsOf)
    const one = isReason(meant) ? undefined : { ...meant, line: index + 1, code: line.code, contents: [] }
    const why = isReason(meant) ? meant : one && unitWrong(one, known)
    if (why !== undefined) rejected.push({ line: index + 1, code: line.code, reason: why })
    else if (one !== undefined) goods.push(one)
  }
  return { known, goods: await withContents(change, known, goods), rejected }
}
