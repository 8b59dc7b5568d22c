import { bothLanguages } from '../../app/both-languages.ts'

export const custodyMessages = bothLanguages({ zh: { serial: '器械来历' }, en: { serial: 'Provenance' } })
