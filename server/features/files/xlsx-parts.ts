import { type Book, type Handlers, notXlsx, readXml } from './xlsx-book.ts'

const readAll = async (book: Book, name: string, handlers: Handlers): Promise<void> => {
  for await (const _piece of readXml(await book.open(name), handlers)) void _piece
}

/** The texts that cells refer to by number; phonetic guides (rPh) are not part of them. */
export const sharedTexts = async (book: Book): Promise<string[]> => {
  const texts: string[] = []
  if (!book.has('xl/sharedStrings.xml')) return texts
  let [current, inText, aside] = ['', false, false]
  await readAll(book, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') current = ''
      if (name === 'rPh') aside = true
      inText = name === 't'
    },
    text: (piece) => { if (inText && !aside) current += piece },
    close: (name) => {
      if (name === 'rPh') aside = false
      if (name === 'si') texts.push(current)
      inText = false
    },
  })
  return texts
}

/** ECMA-376 part 1, 18.8.30: number formats that show a date or a time, those of East Asian Excels too. */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

const isDateFormat = (format: string): boolean => /[ymdhs年月日]/i.test(format.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|general|e\+/gi, ''))

/** Which cell styles show a date. */
export const dateStyles = async (book: Book): Promise<boolean[]> => {
  const dates: boolean[] = []
  if (!book.has('xl/styles.xml')) return dates
  const own = new Map<number, string>()
  let inCells = false
  await readAll(book, 'xl/styles.xml', {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') own.set(Number(numFmtId), formatCode)
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const format = own.get(Number(numFmtId))
      dates.push(format === undefined ? isBuiltInDate(Number(numFmtId)) : isDateFormat(format))
    },
    close: (name) => { if (name === 'cellXfs') inCells = false },
  })
  return dates
}

/** The part that holds the first sheet, and whether days count from 1904 (old Macs). */
export const firstSheet = async (book: Book): Promise<{ name: string; from1904: boolean }> => {
  let [id, from1904] = ['', false]
  await readAll(book, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'sheet' && id === '' && attributes['state'] !== 'hidden' && attributes['state'] !== 'veryHidden') id = attributes['r:id'] ?? ''
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
    },
  })
  let target = ''
  await readAll(book, 'xl/_rels/workbook.xml.rels', { open: (_, attributes) => { if (id !== '' && attributes['Id'] === id) target = attributes['Target'] ?? '' } })
  if (target === '') throw notXlsx()
  return { name: target.startsWith('/') ? target.slice(1) : `xl/${target}`, from1904 }
}
