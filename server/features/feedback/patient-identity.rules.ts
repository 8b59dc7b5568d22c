/** Something in a free text that looks as if it told who a patient is. */
export interface IdentityWarning {
  readonly code: 'ID_NUMBER' | 'PHONE' | 'EMAIL' | 'RECORD_NUMBER' | 'NAME' | 'BIRTH_DATE'
  /** The words that look so. */
  readonly found: string
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const

/** China's resident identity number: its check character (GB 11643) tells it from a lot number. */
const isResidentNumber = (text: string): boolean => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase()
}

interface Pattern {
  readonly code: IdentityWarning['code']
  readonly pattern: RegExp
  readonly holds?: (found: string) => boolean
}

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文'

const patterns: readonly Pattern[] = [
  { code: 'ID_NUMBER', pattern: /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/g, holds: isResidentNumber },
  { code: 'ID_NUMBER', pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g },
  { code: 'PHONE', pattern: /(?<!\d)1[3-9]\d{9}(?!\d)/g },
  { code: 'PHONE', pattern: /(?<![\d+])\+\d{1,3}[ -]?\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)/g },
  { code: 'EMAIL', pattern: /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}/g },
  { code: 'RECORD_NUMBER', pattern: /(?:住院号|病历号|门诊号|病案号|就诊号|MRN|medical record (?:no|number)|hospital (?:no|number))\.?[ :：#]{0,3}[A-Za-z]{0,3}\d{4,}/gi },
  { code: 'NAME', pattern: new RegExp(`(?:患者|病人|姓名|家属)[：:为是 ]{0,2}[${surnames}][\\p{Script=Han}某]{1,2}(?=[，,。；;、（( ]|[男女]|$)`, 'gu') },
  { code: 'NAME', pattern: new RegExp(`[${surnames}][\\p{Script=Han}某]{0,2}(?:先生|女士|小姐|大爷|阿姨)`, 'gu') },
  { code: 'NAME', pattern: /\b(?:Mr|Mrs|Ms|Miss|Herr|Frau)\.? [A-Z][\p{L}'-]+/gu },
  { code: 'NAME', pattern: /\b(?:patient(?: name)?|named)[: ]+[A-Z][a-z'-]+ [A-Z][a-z'-]+/g },
  { code: 'BIRTH_DATE', pattern: /(?:born(?: on)?|DOB|date of birth|出生(?:日期|于)?|生于)[ :：]{0,3}\d{1,4}[-./年]\d{1,2}[-./月]\d{1,4}/gi },
]

/** What in a text looks like a patient's identity: a warning for a person to look again, never a proof that there is none. */
export const identityWarnings = (text: string): IdentityWarning[] =>
  patterns.flatMap(({ code, pattern, holds = () => true }) => [...text.matchAll(pattern)].map(([found]) => found).filter(holds).map((found) => ({ code, found })))
