import type { DrawnGenealogy } from './draw-genealogy.ts'
import { genealogyQuery, noticeItemsQuery, noticesQuery, noticesWithItemsQuery, papersQuery, productPapersQuery, scopeQuery, serialsOfBatchQuery, signedQuery, timelineQuery } from './evidence.query.ts'
import { mostShown } from './evidence-pdf.ts'
import { type LeftOut, leavingOut } from './left-out.ts'
import { addFilings } from './pack-filings.ts'
import { type PackedPaper, papersIn } from './pack-papers.ts'
import type { PackSubject, SubjectKind } from './pack-subject.ts'
import type { PackWriter } from './pack-writer.ts'
import { type Asking, factsOf, type PageOfRows, type Row, rowsOf } from './pages.ts'
import { isRow, rowsIn, text } from './row-text.ts'

/** What was met on the way and is needed again: by the PDF, and the papers, whose contents come last. */
export interface Found {
  readonly papers: readonly PackedPaper[]
  readonly timeline: { readonly shown: readonly Row[]; readonly total: number } | null
  readonly genealogies: readonly DrawnGenealogy[]
  readonly filings: readonly Row[]
  readonly leftOut: LeftOut
}

/** So many lots of a recall bring their papers and, the first few, their genealogy along: the rest has packs of its own, and is named (left-out.ts). */
const [mostLots, mostTrees] = [200, 4]

/** Each brings up to a page of its lines along. */
const noticesAtOnce = 10

const amendments = (facts: Row): number => rowsIn(facts, 'signatures').filter(({ act }) => act === 'AMEND_RECALL').length

const acceptanceFields = ['conditions', 'temperature', 'packagingIntact', 'unexpired', 'registrationValid', 'supplierLicensed', 'certificatePresent', 'remark'].map((field) => `acceptance.${field}`)
const eventFields = ['eventTime', 'timeZoneOffset', 'bizStep', 'type', 'action', 'disposition', 'from.name', 'to.name', 'site.name', 'quantity.value', 'quantity.unit', 'documentNumber', 'procedureReference', 'note', 'errorDeclaredAt', 'errorReason', ...acceptanceFields, 'recordTime', 'eventId', 'id']
const serialFields = ['udi', 'serialNumber', 'manufacturedOn', 'expiresOn', 'status', 'holds', 'holder.name', 'site.name', 'heldSince', 'usage.kind', 'usage.on', 'id']
const itemFields = ['product.di', 'product.name', 'product.model', 'lotNumber', 'serialNumber', 'udi', 'quantity.value', 'quantity.unit', 'status', 'holds', 'disposition', 'expiresOn', 'id']
const noticeFields = ['id', 'recipient.name', 'recipient.country', 'recipient.kinds', 'roles', 'status', 'issuedAt', 'acknowledgedAt', 'respondedAt', 'respondBy', 'itemCount', 'outstandingCount', 'noneHeld', 'quantityOnHand', 'late', 'phoneTaskSince', 'phoneCalls.calledAt', 'phoneCalls.reached']
const nodeFields = ['depth', 'kind', 'title', 'label', 'product.name', 'organization.name', 'quantity.value', 'quantity.unit', 'id']
const stockFields = ['organization.name', 'site.name', 'quantity.value', 'quantity.unit']

class Collecting {
  readonly papers = new Map<string, PackedPaper>()
  readonly genealogies: DrawnGenealogy[] = []
  readonly leftOut = leavingOut()
  timeline: { shown: Row[]; total: number } | null = null
  filings: readonly Row[] = []
  readonly #pack: PackWriter
  readonly #asking: Asking

  constructor(pack: PackWriter, asking: Asking) {
    this.#pack = pack
    this.#asking = asking
  }

  keepPapers(value: unknown): void {
    for (const paper of papersIn(value)) this.papers.set(paper.id, paper)
  }

  async serial(id: string, facts: Row): Promise<void> {
    this.keepPapers(facts)
    await this.#productPapers(facts)
    await this.#timelineOf(id)
    await this.#genealogyOf(id)
  }

  async batch(id: string, facts: Row): Promise<void> {
    await this.serial(id, facts)
    await this.#pack.table('serials', rowsOf(this.#asking, serialsOfBatchQuery, id), serialFields)
    await this.#pack.table('stock', rowsIn(facts, 'stock'), stockFields)
  }

  async case(id: string, facts: Row): Promise<void> {
    this.keepPapers(facts)
    this.filings = await addFilings(this.#pack, this.#asking, id)
    const thing = isRow(facts['device']) ? facts['device'] : facts['batch']
    if (isRow(thing)) await this.serial(text(thing, 'id'), thing)
  }

  /**
   * What is covered only ever grows, by signatures; what a notice lists too, and later notices stand behind earlier ones. So
   * a list that is read page by page leaves out nothing that was in it when the pack was begun.
   * @throws Error where the scope was made longer meanwhile: rather no pack than one that lacks what its signatures cover
   */
  async recall(id: string, facts: Row): Promise<void> {
    const lots = new Map<string, string>()
    await this.#pack.table('scope', this.#noting(rowsOf(this.#asking, scopeQuery, id), lots), itemFields)
    await this.#pack.table('notices', rowsOf(this.#asking, noticesQuery, id), noticeFields)
    await this.#pack.table('notice-items', this.#noticeItems(id), ['notice', 'recipient.name', 'recipient.country', ...itemFields, 'site.name'])
    for (const [at, [lot, item]] of [...lots].entries()) {
      if (at < mostLots) this.#keepMakersPapers(await factsOf(this.#asking, papersQuery, { id: item }))
      else this.leftOut.papersOf.push(lot)
      if (at < mostTrees) await this.#genealogyOf(item, `genealogy-${at + 1}`)
      else this.leftOut.genealogyOf.push(lot)
    }
    this.filings = await addFilings(this.#pack, this.#asking, id)
    const now = await factsOf(this.#asking, signedQuery, { id })
    if (amendments(now ?? {}) !== amendments(facts)) throw new Error('the recall was amended while its pack was made')
  }

  /** A customer's own papers tell its name, which its distributor may keep from the maker: they are in the packs of the devices. */
  #keepMakersPapers(value: unknown): void {
    for (const paper of papersIn(value)) if (!paper.issuer?.kinds.some((kind) => kind === 'HOSPITAL' || kind === 'DISTRIBUTOR')) this.papers.set(paper.id, paper)
  }

  /** One device or lot of each lot that goes by. */
  async* #noting(rows: AsyncIterable<Row>, lots: Map<string, string>): AsyncGenerator<Row> {
    for await (const row of rows) {
      const lot = `${text(row['product'], 'di')} ${text(row, 'lotNumber')}`
      if (!lots.has(lot)) lots.set(lot, text(row, 'id'))
      yield row
    }
  }

  async* #noticeItems(id: string): AsyncGenerator<Row> {
    for await (const { id: notice, recipient, items } of rowsOf(this.#asking, noticesWithItemsQuery, id, { first: noticesAtOnce })) {
      const { edges, pageInfo } = items as PageOfRows
      for (const { node } of edges) yield { notice, recipient, ...node }
      if (!pageInfo.hasNextPage) continue
      for await (const item of rowsOf(this.#asking, noticeItemsQuery, String(notice), { after: pageInfo.endCursor })) yield { notice, recipient, ...item }
    }
  }

  async #productPapers({ product }: Row): Promise<void> {
    if (isRow(product)) this.keepPapers(await factsOf(this.#asking, productPapersQuery, { id: text(product, 'id') }))
  }

  async #timelineOf(id: string): Promise<void> {
    const timeline: Collecting['timeline'] = { shown: [], total: 0 }
    const noted = async function* (this: Collecting) {
      for await (const event of rowsOf(this.#asking, timelineQuery, id)) {
        timeline.total += 1
        if (timeline.shown.length < mostShown) timeline.shown.push(event)
        this.keepPapers(event)
        yield event
      }
    }
    await this.#pack.table('timeline', noted.call(this), eventFields)
    this.timeline = timeline
  }

  async #genealogyOf(code: string, name = 'genealogy'): Promise<void> {
    const genealogy = await factsOf<DrawnGenealogy>(this.#asking, genealogyQuery, { code })
    if (!genealogy) return
    this.genealogies.push(genealogy)
    await this.#pack.json(`${name}.json`, genealogy)
    await this.#pack.table(`${name}-nodes`, genealogy.nodes as unknown as Row[], nodeFields)
    await this.#pack.table(`${name}-edges`, genealogy.edges as unknown as Row[], ['from', 'to', 'relation', 'quantity.value', 'quantity.unit', 'removedAt'])
    if (genealogy.truncated) this.leftOut.cutShort.push(`${name}.json`)
    const inputs = genealogy.nodes.filter(({ kind, depth }) => kind !== 'SERIAL' && depth < 0)
    for (const { id } of inputs.slice(0, mostLots)) this.#keepMakersPapers(await factsOf(this.#asking, papersQuery, { id }))
    this.leftOut.papersOf.push(...inputs.slice(mostLots).map(({ title }) => title))
  }
}

/** Adds the facts and lists of a thing to its pack. */
export const collected = async (pack: PackWriter, asking: Asking, { id, kind, facts }: PackSubject): Promise<Found> => {
  const collecting = new Collecting(pack, asking)
  const parts: Readonly<Record<SubjectKind, () => Promise<void>>> = {
    serial: () => collecting.serial(id, facts), batch: () => collecting.batch(id, facts), case: () => collecting.case(id, facts), recall: () => collecting.recall(id, facts),
  }
  await pack.json(`${kind}.json`, facts)
  await parts[kind]()
  const { papers, timeline, genealogies, filings, leftOut } = collecting
  return { papers: [...papers.values()], timeline, genealogies, filings, leftOut }
}
