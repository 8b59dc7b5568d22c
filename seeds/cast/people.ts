import type { Role } from '../../server/access/roles.ts'
import { abbott, mailan } from './makers.ts'

/** Somebody who can sign in to the demo. */
export interface DemoPerson {
  /** Names the person in the tour. */
  readonly key: string
  readonly username: string
  readonly name: string
  readonly nameZh: string
  readonly roles: readonly Role[]
  readonly organizationCode: string
}

/** A partner's system; its secret is its name with `-secret`. */
export interface DemoClient {
  readonly clientId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly organizationCode: string
}

const person = (key: string, username: string, nameZh: string, name: string, organizationCode: string, ...roles: Role[]): DemoPerson => ({ key, username, name, nameZh, roles, organizationCode })

/** One for each kind of user, and more where the stories need them. */
export const demoPeople: readonly DemoPerson[] = [
  person('hospital:CJUH', 'ward.cjuh', '病区库管 · 澄江大学附属医院', 'Ward store, Chengjiang University Hospital', 'CJUH', 'HOSPITAL_USER'),
  person('hospital-admin:CJUH', 'admin.cjuh', '器械科管理员 · 澄江大学附属医院', 'Device administrator, Chengjiang University Hospital', 'CJUH', 'HOSPITAL_ADMIN'),
  person('hospital:CZFP', 'ward.czfp', '病区库管 · 澄州市第一人民医院', 'Ward store, Chengzhou First People’s Hospital', 'CZFP', 'HOSPITAL_USER'),
  person('hospital:NYHH', 'store.nyhh', '库管 · 南屿心血管病医院', 'Store, Nanyu Heart Hospital', 'NYHH', 'HOSPITAL_USER'),
  person('hospital:JPPH', 'store.jpph', '库管 · 江浦县人民医院', 'Store, Jiangpu County People’s Hospital', 'JPPH', 'HOSPITAL_USER'),
  person('hospital:SILBERSEE', 'ward.silbersee', '病区库管 · 银湖医院', 'Ward store, Klinikum am Silbersee', 'SILBERSEE', 'HOSPITAL_USER'),
  person('quality', 'quality', '质量部 · 迈岚', 'Quality, Mailan', mailan, 'QUALITY'),
  person('regulatory', 'regulatory', '注册与法规部 · 迈岚', 'Regulatory affairs, Mailan', mailan, 'REGULATORY'),
  person('supply', 'supply', '供应链部 · 迈岚', 'Supply chain, Mailan', mailan, 'SUPPLY'),
  person('service', 'service', '客户服务部 · 迈岚', 'Customer service, Mailan', mailan, 'SERVICE'),
  person('admin', 'admin', '管理员 · 迈岚', 'Administrator, Mailan', mailan, 'ADMIN'),
  person('auditor', 'auditor', '审计员 · 迈岚', 'Auditor, Mailan', mailan, 'AUDITOR'),
  person('quality:ABBOTT-VASCULAR', 'quality.abbott', '质量部 · 雅培血管', 'Quality, Abbott Vascular', abbott, 'QUALITY'),
  person('distributor:KANGLUO', 'logistics.kangluo', '物流 · 康络', 'Logistics, Kangluo', 'KANGLUO', 'DISTRIBUTOR_USER'),
  person('distributor-admin:KANGLUO', 'admin.kangluo', '管理员 · 康络', 'Administrator, Kangluo', 'KANGLUO', 'DISTRIBUTOR_ADMIN'),
  person('distributor:NORDKAI', 'logistics.nordkai', '物流 · 北码头', 'Logistics, Nordkai', 'NORDKAI', 'DISTRIBUTOR_USER'),
  person('distributor:STRAITS-MERIDIAN', 'logistics.straits', '物流 · 海峡子午', 'Logistics, Straits Meridian', 'STRAITS-MERIDIAN', 'DISTRIBUTOR_USER'),
  person('supplier:SULU-POLYMER', 'quality.sulu', '质量 · 苏麓高分子', 'Quality, Sulu Polymers', 'SULU-POLYMER', 'SUPPLIER_USER'),
  person('supplier-admin:SULU-POLYMER', 'admin.sulu', '管理员 · 苏麓高分子', 'Administrator, Sulu Polymers', 'SULU-POLYMER', 'SUPPLIER_ADMIN'),
  person('supplier:QINGYU-COATING', 'quality.qingyu', '质量 · 青屿涂层', 'Quality, Qingyu Coatings', 'QINGYU-COATING', 'SUPPLIER_USER'),
  person('carrier:LANQIAO-COLDCHAIN', 'dispatch.lanqiao', '调度 · 兰桥冷链', 'Dispatch, Lanqiao Cold Chain', 'LANQIAO-COLDCHAIN', 'CARRIER'),
  person('service-provider:PUYUAN-BIOMED', 'engineer.puyuan', '工程师 · 浦源医工', 'Engineer, Puyuan Biomedical', 'PUYUAN-BIOMED', 'SERVICE_PROVIDER'),
  person('operator:HUB-OPERATIONS', 'operator', '平台运营', 'Hub operator', 'HUB-OPERATIONS', 'OPERATOR'),
]

const client = (clientId: string, name: string, organizationCode: string, ...roles: Role[]): DemoClient => ({ clientId, name, roles, organizationCode })

/** For whoever tries the API by client credentials. */
export const demoClients: readonly DemoClient[] = [
  client('demo-hospital', 'HIS, Chengjiang University Hospital', 'CJUH', 'HOSPITAL_ADMIN'),
  client('demo-hospital-2', 'HIS, Chengzhou First People’s Hospital', 'CZFP', 'HOSPITAL_ADMIN'),
  client('demo-distributor', 'WMS, Kangluo', 'KANGLUO', 'DISTRIBUTOR_ADMIN'),
  client('demo-distributor-2', 'WMS, Nordkai', 'NORDKAI', 'DISTRIBUTOR_ADMIN'),
  client('demo-supplier', 'MES, Sulu Polymers', 'SULU-POLYMER', 'SUPPLIER_ADMIN'),
  client('demo-supplier-2', 'MES, Qingyu Coatings', 'QINGYU-COATING', 'SUPPLIER_ADMIN'),
  client('demo-quality', 'QMS, Mailan', mailan, 'QUALITY'),
  client('demo-regulatory', 'RIMS, Mailan', mailan, 'REGULATORY'),
  client('demo-service', 'CRM, Mailan', mailan, 'SERVICE'),
  client('demo-admin', 'Administration, Mailan', mailan, 'ADMIN'),
  client('demo-auditor', 'Audit, Mailan', mailan, 'AUDITOR'),
]
