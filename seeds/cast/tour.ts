import { hibcCheckCharacter } from '../../server/features/identify/check-digit.ts'

/** Something to try: scan `code` as the person with the key `viewer`. */
export interface TourStop {
  readonly code: string
  readonly viewer: string
  readonly what: string
  readonly whatZh: string
  /** What lookup answers. */
  readonly verdict: string
}

const hibc = (text: string): string => `${text}${hibcCheckCharacter(text)}`

/** FNC1 as scanners send it: it ends a field of variable length. */
const gs = '\u001D'

/**
 * Things to try, one for each kind of answer and of label.
 * @param day turns a day of the stories into the demo's day, YYYY-MM-DD: labels show when they expire
 */
export const tourAround = (day: (written: string) => string): readonly TourStop[] => {
  const yymmdd = (written: string): string => day(written).replaceAll('-', '').slice(2)
  return [
    {
      code: `(01)08717648200274(17)${yymmdd('2028-04-30')}(10)5031184`, viewer: 'hospital:CJUH', verdict: 'CLEAR',
      what: 'A stent in the cath lab’s own stock, by lot', whatZh: '心导管室在库的支架，按批号管理',
    },
    {
      code: `]d2010697214503056017${yymmdd('2028-08-27')}102608B04${gs}21B04-004`, viewer: 'hospital:CJUH', verdict: 'RECALLED',
      what: 'A balloon catheter under an open recall, read with its GS characters', whatZh: '召回中的球囊导管，带 GS 分隔符的扫描原文',
    },
    {
      code: `(01)08717648200274(17)${yymmdd('2026-10-31')}(10)3117640`, viewer: 'hospital:CJUH', verdict: 'EXPIRED',
      what: 'The last two of a lot that ran out of date', whatZh: '货架上过期批号的最后两件',
    },
    {
      code: 'ML4-260311-0452', viewer: 'hospital:CJUH', verdict: 'QUARANTINED',
      what: 'An infusion pump by its bare serial number, with repair, swapped battery and a corrected record', whatZh: '输液泵，只输入序列号：维修、换电池、更正记录都在',
    },
    {
      code: `(01)06972145030706(17)${yymmdd('2029-05-10')}(10)2605P02(21)P02-001`, viewer: 'hospital:CJUH', verdict: 'USED',
      what: 'A port that was implanted', whatZh: '已植入的输液港',
    },
    {
      code: 'https://id.devicetrail.example/01/06972145030188/21/ML4-260311-0446', viewer: 'quality', verdict: 'RETIRED',
      what: 'A scrapped pump, by its GS1 Digital Link', whatZh: '已报废的泵，GS1 Digital Link',
    },
    {
      code: `(01)08717648200274(17)${yymmdd('2028-04-30')}(10)5O31184`, viewer: 'hospital:CJUH', verdict: 'UNKNOWN',
      what: 'A lot nobody made: letter O for the digit 0', whatZh: '查无此批号：字母 O 当成了数字 0',
    },
    {
      code: 'MA.156.M0.990731.10026012.SSP2-2504-001', viewer: 'quality', verdict: 'CLEAR',
      what: 'A syringe pump under China’s MA code', whatZh: 'MA 码的注射泵',
    },
    {
      code: 'MA.156.M0.990731.10026012.SSP2-2504-005', viewer: 'quality', verdict: 'OVERDUE',
      what: 'Its neighbour, whose yearly maintenance is half a year late', whatZh: '同批另一台：年度维护已逾期半年',
    },
    {
      code: hibc(`+Z999PN20G190/$$3${yymmdd('2028-05-31')}H2607`), viewer: 'distributor:NORDKAI', verdict: 'CLEAR',
      what: 'Port needles with an HIBC label (lot H2607)', whatZh: 'HIBC 标签的输液港专用针（批号 H2607）',
    },
    {
      code: '(00)106999900070000013', viewer: 'hospital:NYHH', verdict: 'CLEAR',
      what: 'A carton on its way: serials and lots inside', whatZh: '在途纸箱：内有序列号与批号货品',
    },
    {
      code: '(01)26972145030250(10)26IS0413', viewer: 'distributor:KANGLUO', verdict: 'CLEAR',
      what: 'A carton’s GTIN: 100 infusion sets of one lot', whatZh: '外箱 GTIN：同一批号 100 套输液器',
    },
    {
      code: 'R26-0118', viewer: 'quality', verdict: 'CLEAR',
      what: 'The raw lot that became three lots of tubing and five of catheters: open its genealogy', whatZh: '原料批号：变成三批管材、五批导管，请看谱系',
    },
  ]
}
