import { mailan } from './makers.ts'

/** A demo person; `key` is the value of the header x-demo-viewer. */
export interface DemoPerson {
  readonly key: string
  readonly name: string
  readonly nameZh: string
  readonly role: string
  readonly organizationCode: string
}

/** Who can be tried out. `quality` alone is the maker with the genealogy story. */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'quality', name: 'Quality, Mailan', nameZh: '质量部 · 迈岚', role: 'quality', organizationCode: mailan },
  { key: 'hospital:CJUH', name: 'Ward store, Chengjiang University Hospital', nameZh: '病区库管 · 澄江大学附属医院', role: 'hospital', organizationCode: 'CJUH' },
  { key: 'hospital:CZFP', name: 'Ward store, Chengzhou First People’s Hospital', nameZh: '病区库管 · 澄州市第一人民医院', role: 'hospital', organizationCode: 'CZFP' },
  { key: 'hospital:NYHH', name: 'Store, Nanyu Heart Hospital', nameZh: '库管 · 南屿心血管病医院', role: 'hospital', organizationCode: 'NYHH' },
  { key: 'hospital:JPPH', name: 'Store, Jiangpu County People’s Hospital', nameZh: '库管 · 江浦县人民医院', role: 'hospital', organizationCode: 'JPPH' },
  { key: 'hospital:SILBERSEE', name: 'Ward store, Klinikum am Silbersee', nameZh: '病区库管 · 银湖医院', role: 'hospital', organizationCode: 'SILBERSEE' },
  { key: 'distributor:KANGLUO', name: 'Logistics, Kangluo', nameZh: '物流 · 康络', role: 'distributor', organizationCode: 'KANGLUO' },
  { key: 'distributor:NORDKAI', name: 'Logistics, Nordkai', nameZh: '物流 · 北码头', role: 'distributor', organizationCode: 'NORDKAI' },
  { key: 'distributor:STRAITS-MERIDIAN', name: 'Logistics, Straits Meridian', nameZh: '物流 · 海峡子午', role: 'distributor', organizationCode: 'STRAITS-MERIDIAN' },
  { key: 'supplier:SULU-POLYMER', name: 'Quality, Sulu Polymers', nameZh: '质量 · 苏麓高分子', role: 'supplier', organizationCode: 'SULU-POLYMER' },
  { key: 'supplier:QINGYU-COATING', name: 'Quality, Qingyu Coatings', nameZh: '质量 · 青屿涂层', role: 'supplier', organizationCode: 'QINGYU-COATING' },
  { key: 'quality:ABBOTT-VASCULAR', name: 'Quality, Abbott Vascular', nameZh: '质量部 · 雅培血管', role: 'quality', organizationCode: 'ABBOTT-VASCULAR' },
]
