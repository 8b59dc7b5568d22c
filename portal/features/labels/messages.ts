import { bothLanguages } from '../../app/both-languages.ts'

export const labelsMessages = bothLanguages({
  zh: { print: '打印标签', symbol: '码制', size: '尺寸（毫米）', copies: '张数', save: '下载 PDF', failed: '没有生成。请检查网络，或选择更大的尺寸。' },
  en: { print: 'Print labels', symbol: 'Symbol', size: 'Size (millimetres)', copies: 'Copies', save: 'Download the PDF', failed: 'That was not made. Check the network, or take a larger size.' },
})
