import { bothLanguages } from '../../app/both-languages.ts'

export const todayMessages = bothLanguages({ zh: { title: '今日' }, en: { title: 'Today' } })
