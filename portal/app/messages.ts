import { bothLanguages } from './both-languages.ts'

export const appMessages = bothLanguages({
  zh: {
    skip: '跳到正文',
    mainNavigation: '主导航',
    taskBar: '任务栏',
    otherLanguage: 'Switch to English',
    dark: '切换为深色',
    light: '切换为浅色',
    account: '账户',
    actAs: '以演示人员身份查看',
    noViewer: '未选择人员',
    nav: { today: '今日', stock: '库存', search: '搜索', genealogy: '谱系' },
    role: {
      quality: '制造商质量部', hospital: '医院', distributor: '经销商', supplier: '供应商', other: '其他',
    },
    notFound: { title: '没有这个页面', text: '地址可能写错了，或内容已移走。请从今日页开始，或扫描器械。', home: '回到今日' },
  },
  en: {
    skip: 'Skip to content',
    mainNavigation: 'Main',
    taskBar: 'Tasks',
    otherLanguage: '切换到中文',
    dark: 'Switch to dark',
    light: 'Switch to light',
    account: 'Account',
    actAs: 'View as a person of the demo',
    noViewer: 'Nobody chosen',
    nav: { today: 'Today', stock: 'Stock', search: 'Search', genealogy: 'Genealogy' },
    role: {
      quality: 'Maker’s quality team', hospital: 'Hospitals', distributor: 'Distributors', supplier: 'Suppliers', other: 'Others',
    },
    notFound: { title: 'There is no such page', text: 'The address may be mistyped, or the page has moved. Start from Today, or scan a device.', home: 'Go to Today' },
  },
})
