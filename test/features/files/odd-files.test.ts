import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yazl from 'yazl'
import { keepFile, importPath } from '../../../server/features/files/file-store.ts'
import { headerProblems, mapped } from '../../../server/features/files/header.rules.ts'
import { layoutOf, readLine } from '../../../server/features/files/line.rules.ts'
import { reports } from '../../../server/features/files/reports.ts'
import { formatOf, openTable } from '../../../server/features/files/table.ts'
import { templateColumns, templateOf } from '../../../server/features/files/template.ts'
import { xlsxBytes } from '../../../server/features/files/xlsx-write.ts'
import { Allowance } from '../../../server/kernel/allowance.ts'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'devicetrail-files-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

const room = { bytes: Infinity, waiting: new Allowance({ one: Infinity, all: Infinity, refusal: '', seconds: 1 }).hold('org_a') }

const { columns } = reports.reportSellThrough
const reading = { timeZone: 'Asia/Shanghai', now: new Date('2026-11-22T03:04:05Z') }
const header = '单号,购货方,销售时间,条码,数量'
const line = 'S-1,CJUH,2026-11-20 09:30,(01)08717648200274(10)5031184,2'
const sold = { common: { documentNumber: 'S-1' }, cells: { soldTo: 'CJUH', soldAt: new Date('2026-11-20T01:30:00Z'), code: '(01)08717648200274(10)5031184', quantity: 2 } }

/** Keeps bytes as an upload is kept, finds out what they are, and reads their lines as sell-through. */
const readAs = async (content: string | Uint8Array) => {
  const kept = await keepFile(folder, Readable.from([Buffer.from(content)]), room)
  const path = importPath(folder, kept.sha256)
  const format = await formatOf(path, kept, columns)
  const table = await openTable(path, format)
  const mapping = mapped(table.names, columns, {})
  const lines = []
  for await (const row of table.lines) {
    const read = readLine(row, columns, layoutOf(table.names, mapping), reading)
    lines.push(Array.isArray(read) ? read.map(({ line: at, column, value, code }) => ({ line: at, column, value, code })) : { common: read.common, cells: read.cells })
  }
  return { format, lines, problems: headerProblems(mapping, columns).map(({ code, field }) => `${code} ${field}`) }
}

/** "客户" and a hospital's name in GB18030, as Excel in China saves CSV: no encoder for it is at hand. */
const gb18030 = Buffer.concat([Buffer.from('document number,'), Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]), Buffer.from(',sold at,code\r\nS-1,'), Buffer.from([0xb3, 0xa4, 0xbd, 0xad]), Buffer.from(',2026-11-20 09:30,X\r\n')])
const utf16 = (text: string, mark: boolean, big = false): Buffer => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

describe('files as partners send them', () => {
  it.each<[string, string | Uint8Array, object, object[]]>([
    ['UTF-8', `${header}\n${line}\n`, { encoding: 'utf-8', delimiter: ',' }, [sold]],
    ['UTF-8 with a mark, no line end', `\ufeff${header}\r\n${line}`, { encoding: 'utf-8' }, [sold]],
    ['UTF-16 as Excel saves text', utf16(`${header}\r\n${line}`.replaceAll(',', '\t'), true), { encoding: 'utf-16le', delimiter: '\t' }, [sold]],
    ['UTF-16 big-endian without a mark', utf16(`Document number;Sold to;Sold at;Code;Qty\r\n${line.replaceAll(',', ';')}`, false, true), { encoding: 'utf-16be', delimiter: ';' }, [sold]],
    ['GB18030', gb18030, { encoding: 'gb18030' }, [{ common: { documentNumber: 'S-1' }, cells: { soldTo: '长江', soldAt: sold.cells.soldAt, code: 'X' } }]],
    ['semicolons and decimal commas', 'Document number;Customer;Invoice date;UDI;Qty\nS-1;CJUH;20.11.2026;X;1,5\n', { delimiter: ';' }, [[{ line: 2, column: 'Invoice date', value: '20.11.2026', code: 'NOT_A_TIME' }]]],
    ['quotes with delimiters and line ends in them', `"Document number","Sold to","Sold at","Code"\r\n"S ""1"", a\r\nb",CJUH,2026-11-20T09:30:00+08:00,X\r\n\r\nS-2,CJUH,2026-11-20,X\r\n`, { delimiter: ',' },
      [{ common: { documentNumber: 'S "1", a\r\nb' }, cells: { soldTo: 'CJUH', soldAt: sold.cells.soldAt, code: 'X' } }, { common: { documentNumber: 'S-2' }, cells: { soldTo: 'CJUH', soldAt: new Date('2026-11-19T16:00:00Z'), code: 'X' } }]],
    ['formulas, as they were escaped, and Excel’s way to keep digits', 'Document number,Sold to,Sold at,Code\n\'=1+1,CJUH,2026-11-22,"=""00123"""\n', {}, [{ common: { documentNumber: '=1+1' }, cells: { soldTo: 'CJUH', soldAt: reading.now, code: '00123' } }]],
    ['what a spreadsheet spoilt', 'Document number,Sold to,Sold at,Code,Qty,Kind,Consignment\n,CJUH,2026-02-30,8.71765E+12,two,gift,perhaps\n', {},
      [[{ line: 2, column: 'Document number', value: '', code: 'EMPTY_CELL' }, { line: 2, column: 'Sold at', value: '2026-02-30', code: 'NOT_A_TIME' }, { line: 2, column: 'Code', value: '8.71765E+12', code: 'NUMBER_SHORTENED' }, { line: 2, column: 'Qty', value: 'two', code: 'NOT_A_NUMBER' }, { line: 2, column: 'Kind', value: 'gift', code: 'NOT_A_CHOICE' }, { line: 2, column: 'Consignment', value: 'perhaps', code: 'NOT_YES_OR_NO' }]]],
    ['a header alone', `${header}\n`, {}, []],
  ])('%s', async (_, content, format, lines) => {
    const found = await readAs(content)
    expect(found.format).toMatchObject({ kind: 'csv', ...format })
    expect(found.lines).toEqual(lines)
    expect(found.problems).toEqual([])
  })

  it('asks for the columns that it cannot tell', async () => {
    expect((await readAs('Sold to,Customer,When,Code\nA,B,2026-11-20,X\n')).problems).toEqual(['COLUMN_MISSING documentNumber', 'COLUMN_TWICE soldTo', 'COLUMN_MISSING soldAt'])
  })

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'EMPTY_FILE'],
    ['blank lines', '\n , \n', 'EMPTY_FILE'],
    ['a quotation mark without end', `${header}\nS-1,"CJUH,${'x'.repeat(30_000)}`, 'UNREADABLE'],
    ['a ZIP file that is no workbook', 'PK\u0003\u0004 and nothing', 'UNREADABLE'],
  ])('refuses %s', async (_, content, code) => {
    await expect(readAs(content)).rejects.toMatchObject({ code })
  })
})

describe('workbooks', () => {
  const sheet = (rows: string) => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
  const workbook = (rows: string | Readable, extra: Record<string, string> = {}): Promise<Buffer> => {
    const zip = new yazl.ZipFile()
    const parts = {
      'xl/workbook.xml': '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="old" state="hidden" r:id="r1"/><sheet name="A" r:id="r2"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/old.xml"/><Relationship Id="r2" Target="/xl/worksheets/a.xml"/></Relationships>',
      'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
      'xl/sharedStrings.xml': '<sst><si><t>单号</t></si><si><r><t>Sold </t></r><r><t>to</t></r><rPh><t>x</t></rPh></si></sst>', ...extra,
    }
    for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name)
    if (typeof rows === 'string') zip.addBuffer(Buffer.from(sheet(rows)), 'xl/worksheets/a.xml')
    else zip.addReadStream(rows, 'xl/worksheets/a.xml')
    zip.end()
    return (zip.outputStream as Readable).toArray().then((chunks) => Buffer.concat(chunks as Buffer[]))
  }
  const head = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Sold at</t></is></c><c r="D1" t="str"><v>Code</v></c><c r="F1" t="inlineStr"><is><t>Qty</t></is></c></row>'

  it('tell dates by their style, numbers by their digits, and keep the gaps', async () => {
    const row = (line: number, date: string) => `<row r="${line}"><c r="A${line}"><v>7</v></c><c r="B${line}" t="inlineStr"><is><t>CJUH</t></is></c>${date}<c r="D${line}"><f>A1</f><v>8717648200274</v></c><c r="F${line}" s="3"><v>0.30000000000000004</v></c></row>`
    const { format, lines } = await readAs(await workbook(head + row(2, '<c r="C2" s="1"><v>46346.39583333333</v></c>') + row(5, '<c r="C5" s="2"><v>46346</v></c>') + row(6, '<c r="C6"><v>46346</v></c>')))
    expect(format.kind).toBe('xlsx')
    const cells = { soldTo: 'CJUH', code: '8717648200274', quantity: 0.3 }
    expect(lines).toEqual([
      { common: { documentNumber: '7' }, cells: { ...cells, soldAt: new Date('2026-11-20T01:30:00Z') } },
      { common: { documentNumber: '7' }, cells: { ...cells, soldAt: new Date('2026-11-19T16:00:00Z') } },
      [{ line: 6, column: 'Sold at', value: '46346', code: 'NOT_A_TIME' }],
    ])
  })

  it('that the hub writes read back as they were, digits, signs and lines', async () => {
    const cells = ['=1+1', 'CJUH', '2026-11-20 09:30', '010871764820027410<a&"b"\u001d\n']
    const { lines } = await readAs(await xlsxBytes([{ name: 'A & B', widths: [9], rows: [['单号 *', '购货方', '销售时间', '条码'], cells] }]))
    expect(lines).toEqual([{ common: { documentNumber: '=1+1' }, cells: { soldTo: 'CJUH', soldAt: sold.cells.soldAt, code: '010871764820027410<a&"b"' } }])
  })

  it('that inflate without end, or bring entities, are refused', async () => {
    const path = join(folder, 'bomb.xlsx')
    const bomb = new yazl.ZipFile()
    for (const name of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels']) bomb.addReadStream(Readable.from((function* () { for (let megabyte = 0; megabyte < 40; megabyte += 1) yield Buffer.alloc(1_048_576, 32) })()), name)
    bomb.end()
    await pipeline(bomb.outputStream as Readable, createWriteStream(path))
    const format = { kind: 'xlsx', encoding: null, delimiter: null } as const
    await expect(openTable(path, format)).rejects.toMatchObject({ code: 'TOO_LARGE' })
    await writeFile(path, await workbook(head, { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "b">]><sst><si><t>&b;</t></si></sst>' }))
    await expect(openTable(path, format)).rejects.toMatchObject({ code: 'UNREADABLE' })
    await writeFile(path, await workbook(head, { 'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(3_000_000)}</t></si></sst>` }))
    await expect(openTable(path, format)).rejects.toMatchObject({ code: 'UNREADABLE' })
  })
})

describe('templates', () => {
  it.each(Object.keys(reports).flatMap((name) => (['csv', 'xlsx'] as const).flatMap((kind) => (['zh', 'en'] as const).map((language) => [name as keyof typeof reports, kind, language] as const))))('%s.%s in %s has every column of the report, by itself', async (name, kind, language) => {
    const kept = await keepFile(folder, Readable.from([Buffer.from(await templateOf(name, kind, language))]), room)
    const path = importPath(folder, kept.sha256)
    const { columns: own } = reports[name]
    const { names } = await openTable(path, await formatOf(path, kept, own))
    const mapping = mapped(names, own, {})
    expect(names.map((one) => mapping[one])).toEqual(templateColumns(own).map(({ field }) => field))
    expect(headerProblems(mapping, own)).toEqual([])
  })
})
