import type { Story } from './story.ts'
import { settle } from './settle.ts'

const main = { kind: 'HOSPITAL', zh: '中心库', en: 'central store' }
const ward = (code: string, zh: string, en: string) => ({ code, kind: 'WARD', zh, en })
const cathLab = ward('CATHLAB', '心导管室', 'Cath lab')
const icu = ward('ICU', '重症医学科', 'Intensive care')
const biomed = ward('BIOMED', '设备科', 'Biomedical department')
const theatre = ward('OR', '手术室', 'Operating theatre')

type Row = readonly [code: string, name: string, nameZh: string, gln: string, uscc: string, address: string, phone: string]

const chinese: readonly Row[] = [
  ['CZFP', 'Chengzhou First People’s Hospital', '澄州市第一人民医院', '6999900120007', '12320999882204821D', '88 Renmin Road, Chengzhou · 澄州市人民路 88 号', '+86 999 5550 3302'],
  ['NCCH', 'Ningchuan Central Hospital', '宁川市中心医院', '6999900130006', '12320999177844831A', '1 Ningchuan Avenue, Ningchuan · 宁川市宁川大道 1 号', '+86 999 5550 3303'],
  ['JPPH', 'Jiangpu County People’s Hospital', '江浦县人民医院', '6999900140005', '1232099978106871X2', '40 Puyang Street, Jiangpu · 江浦县浦阳街 40 号', '+86 999 5550 3304'],
  ['NYHH', 'Nanyu Heart Hospital', '南屿心血管病医院', '6999900150004', '12320999388163024A', '12 Xinhai Road, Nanyu · 南屿市心海路 12 号', '+86 999 5550 3305'],
  ['DLCH', 'Donglu Children’s Hospital', '东麓儿童医院', '6999900160003', '12320999150325820H', '5 Tongxin Lane, Donglu · 东麓市童心里 5 号', '+86 999 5550 3306'],
  ['YXTC', 'Yunxi Hospital of Chinese Medicine', '云溪中医院', '6999900170002', '12320999215356426X', '66 Xishan Road, Yunxi · 云溪市溪山路 66 号', '+86 999 5550 3307'],
  ['BLRH', 'Beiling Rehabilitation Hospital', '北岭康复医院', '6999900180001', '12320999682029387H', '9 Beiling Road, Beiling · 北岭市北岭路 9 号', '+86 999 5550 3308'],
]

const universityHospital = (story: Story): void =>
  settle(story, {
    code: 'CJUH', name: 'Chengjiang University Hospital', nameZh: '澄江大学附属医院', kinds: ['HOSPITAL'], country: 'CN',
    gln: '6999900110008', uscc: '12320999590819357M', address: '300 Xueyuan Road, Chengzhou · 澄州市学苑路 300 号', phone: '+86 999 5550 3301',
    licences: [{ number: '医疗机构执业许可 澄 20210009', kind: 'HOSPITAL', validUntil: '2031-04-30' }],
  }, main, { ...cathLab, gln: '6999900110015' }, { ...icu, gln: '6999900110022' }, { ...biomed, gln: '6999900110039' }, { ...theatre, gln: '6999900110046' })

const hospitalsAbroad = (story: Story): void => {
  settle(story, {
    code: 'SILBERSEE', name: 'Klinikum am Silbersee', nameZh: '银湖医院', kinds: ['HOSPITAL'], country: 'DE',
    gln: '4399990030002', address: 'Seeufer 1, 14999 Silbersee', phone: '+49 30 23125 031',
  }, main, cathLab, icu)
  settle(story, {
    code: 'ELSBETH', name: 'Krankenhaus St. Elsbeth', nameZh: '圣埃尔斯贝特医院', kinds: ['HOSPITAL'], country: 'DE',
    gln: '4399990040001', address: 'Klostergasse 12, 20999 Hamburg', phone: '+49 40 66969 412',
  }, main, theatre)
  settle(story, {
    code: 'MARINA-VALE', name: 'Marina Vale Hospital', nameZh: '滨谷医院', kinds: ['HOSPITAL'], country: 'SG',
    gln: '8889900020002', address: '17 Marina Vale, Singapore 999017', phone: '+65 6555 0172',
  }, main, cathLab, icu)
  // Not active on the hub: what is sold to it passes in one step, and nobody confirms.
  settle(story, {
    code: 'ORCHARD-BAY', name: 'Orchard Bay Day Surgery', nameZh: '乌节湾日间手术中心', kinds: ['HOSPITAL'], country: 'SG', onHub: false,
    gln: '8889900030001', address: '2 Orchard Bay, Singapore 999002', phone: '+65 6555 0120',
  }, main)
}

export const introduceHospitals = (story: Story): void => {
  universityHospital(story)
  for (const [code, name, nameZh, gln, uscc, address, phone] of chinese) {
    settle(story, { code, name, nameZh, kinds: ['HOSPITAL'], country: 'CN', gln, uscc, address, phone }, main, cathLab, icu)
  }
  hospitalsAbroad(story)
}
