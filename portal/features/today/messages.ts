import { bothLanguages } from '../../app/both-languages.ts'

export const todayMessages = bothLanguages({
  zh: {
    title: '今日',
    subtitle: '需要您处理的事，最急的在前',
    expiring: '即将到期的库存',
    expiresIn: '还有 {n} 天', expiresToday: '今天到期', expired: '已过 {n} 天',
    takeOff: '下架，登记退回或报废', useFirst: '先到期的先用', held: '{hold}，暂停使用',
    all: '查看全部 {n} 项', openCases: '{n} 件不良事件未结案', openTickets: '{n} 张工单未完成',
    nothing: { title: '现在没有需要您处理的事', text: '未来 90 天内，您的库存没有到期的器械。要查一件器械，扫描或输入它的 UDI、批号或序列号。', scan: '扫描一件器械' },
    tour: { title: '演示：可以试试', text: '点一下等于扫描这个标签。右上角可以换成另一位人员来看。', as: '以「{name}」的身份查看' },
  },
  en: {
    title: 'Today',
    subtitle: 'What needs you, most urgent first',
    expiring: 'Stock that expires soon',
    expiresIn: 'in 1 day | in {n} days', expiresToday: 'today', expired: '1 day ago | {n} days ago',
    takeOff: 'Take it off the shelf and record its return or disposal', useFirst: 'First expired, first out', held: '{hold}: not for use',
    all: 'See all {n}', openCases: '1 open adverse event | {n} open adverse events', openTickets: '1 open ticket | {n} open tickets',
    nothing: { title: 'Nothing needs you now', text: 'Nothing in your stock expires within 90 days. To look up a device, scan or type its UDI, lot or serial.', scan: 'Scan a device' },
    tour: { title: 'Demo: things to try', text: 'A click is as good as scanning that label. At the top right you can look at the hub as somebody else.', as: 'seen by {name}' },
  },
})
