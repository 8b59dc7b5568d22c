import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import yazl from 'yazl'

export interface Sheet {
  readonly name: string
  /** Of the columns, in characters. */
  readonly widths: readonly number[]
  readonly rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Text of XML 1.0: control characters have no place in it. */
const escaped = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Texts alone: a number of 18 digits stays whole, and nothing is ever run as a formula. Style 1 is text, so that what is typed later stays so too. */
const rowXml = (cells: readonly string[], isHeader: boolean): string => `<row>${cells.map((cell) => `<c t="inlineStr" s="${isHeader ? 2 : 1}"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`).join('')}</row>`

async function* sheetXml({ widths, rows }: Sheet): AsyncGenerator<string> {
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`).join('')
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>`
  let isHeader = true
  for await (const cells of rows) {
    yield rowXml(cells, isHeader)
    isHeader = false
  }
  yield '</sheetData></worksheet>'
}

const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`

const parts = (sheets: readonly Sheet[]): Record<string, string> => ({
  '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${content}.worksheet+xml"/>`).join('')}</Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': styles,
})

/** An XLSX workbook of text cells (ECMA-376), as a stream: a long sheet is never in memory as a whole. */
export const xlsxOf = (sheets: readonly Sheet[]): Readable => {
  const zip = new yazl.ZipFile()
  const out = new PassThrough()
  zip.on('error', (error) => out.destroy(error as Error))
  zip.outputStream.pipe(out)
  for (const [name, text] of Object.entries(parts(sheets))) zip.addBuffer(Buffer.from(text), name)
  sheets.forEach((sheet, index) => zip.addReadStream(Readable.from(sheetXml(sheet)).on('error', (error) => out.destroy(error)), `xl/worksheets/sheet${index + 1}.xml`))
  zip.end()
  return out
}

/** The same, at once. */
export const xlsxBytes = async (sheets: readonly Sheet[]): Promise<Buffer> => {
  const chunks: Buffer[] = []
  const stream = xlsxOf(sheets).on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(stream, 'end')
  return Buffer.concat(chunks)
}
