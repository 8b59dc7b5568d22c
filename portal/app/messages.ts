import { bothLanguages } from './both-languages.ts'

export const appMessages = bothLanguages({
  zh: {
    skip: '跳到正文',
    mainNavigation: '主导航',
    taskBar: '任务栏',
    more: '更多', allTasks: '全部功能',
    otherLanguage: 'Switch to English',
    dark: '切换为深色',
    light: '切换为浅色',
    account: '账户',
    actAs: '以演示人员身份登录',
    noViewer: '未登录',
    sessions: '登录会话',
    signOut: '退出登录',
    nav: { today: '今日', receive: '收货', sell: '销售', use: '登记使用', findings: '待查事项', stock: '库存', search: '搜索', genealogy: '谱系', report: '上报', audit: '审计' },
    brief: { use: '登记', genealogy: '谱系', notices: '召回通知', cases: '不良事件', tickets: '报修' },
    role: {
      maker: '制造商', hospital: '医院', distributor: '经销商', supplier: '供应商', other: '其他',
    },
    roles: {
      HOSPITAL_USER: '医院用户', HOSPITAL_ADMIN: '医院管理员', DISTRIBUTOR_USER: '经销商用户', DISTRIBUTOR_ADMIN: '经销商管理员', SUPPLIER_USER: '供应商用户', SUPPLIER_ADMIN: '供应商管理员',
      CARRIER: '承运商', SERVICE_PROVIDER: '服务商', QUALITY: '质量', REGULATORY: '法规', SUPPLY: '供应链', SERVICE: '客户服务', ADMIN: '管理员', AUDITOR: '审计员', OPERATOR: '平台运营',
    },
    notFound: { title: '没有这个页面', text: '地址可能写错了，或内容已移走。请从今日页开始，或扫描器械。', home: '回到今日' },
  },
  en: {
    skip: 'Skip to content',
    mainNavigation: 'Main',
    taskBar: 'Tasks',
    more: 'More', allTasks: 'All tasks',
    otherLanguage: '切换到中文',
    dark: 'Switch to dark',
    light: 'Switch to light',
    account: 'Account',
    actAs: 'Sign in as a person of the demo',
    noViewer: 'Not signed in',
    sessions: 'Sessions',
    signOut: 'Sign out',
    nav: { today: 'Today', receive: 'Receive', sell: 'Sell', use: 'Record use', findings: 'Findings', stock: 'Stock', search: 'Search', genealogy: 'Genealogy', report: 'Report', audit: 'Audit' },
    brief: { use: 'Use', genealogy: 'Trace', notices: 'Notices', cases: 'Cases', tickets: 'Service' },
    role: {
      maker: 'Makers', hospital: 'Hospitals', distributor: 'Distributors', supplier: 'Suppliers', other: 'Others',
    },
    roles: {
      HOSPITAL_USER: 'Hospital user', HOSPITAL_ADMIN: 'Hospital administrator', DISTRIBUTOR_USER: 'Distributor user', DISTRIBUTOR_ADMIN: 'Distributor administrator', SUPPLIER_USER: 'Supplier user', SUPPLIER_ADMIN: 'Supplier administrator',
      CARRIER: 'Carrier', SERVICE_PROVIDER: 'Service provider', QUALITY: 'Quality', REGULATORY: 'Regulatory', SUPPLY: 'Supply chain', SERVICE: 'Service', ADMIN: 'Administrator', AUDITOR: 'Auditor', OPERATOR: 'Hub operator',
    },
    notFound: { title: 'There is no such page', text: 'The address may be mistyped, or the page has moved. Start from Today, or scan a device.', home: 'Go to Today' },
  },
})
