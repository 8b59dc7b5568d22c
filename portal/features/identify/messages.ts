import { bothLanguages } from '../../app/both-languages.ts'

export const identifyMessages = bothLanguages({ zh: { title: '查询结果' }, en: { title: 'Lookup' } })
