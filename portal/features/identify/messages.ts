import { bothLanguages } from '../../app/both-languages.ts'
import { labelEn, labelZh } from './label.messages.ts'
import { verdictEn, verdictZh } from './verdict.messages.ts'

export const identifyMessages = bothLanguages({
  zh: {
    title: '查询结果',
    box: { label: '扫描或输入：UDI、批号、序列号，或用几个词搜索', placeholder: '扫描或输入 UDI、批号、序列号', camera: '用相机扫描' },
    camera: {
      title: '用相机扫描', close: '关闭', view: '相机画面', hint: '把标签上的条码或二维码放进框内。', unread: '这张图片里没有读出条码。请换一张更清楚、更正的图片。',
      file: '选择图片', torch: '补光灯', denied: '没有使用相机的权限。请在浏览器设置中允许，或选择一张标签图片。',
      none: '没有找到可用的相机。可以选择一张标签图片。', insecure: '浏览器只允许安全连接（HTTPS）使用相机。可以选择一张标签图片。',
    },
    verdict: verdictZh,
    label: labelZh,
  },
  en: {
    title: 'Lookup',
    box: { label: 'Scan or type: UDI, lot, serial, or a few words to search', placeholder: 'Scan or type a UDI, lot, serial', camera: 'Scan with the camera' },
    camera: {
      title: 'Scan with the camera', close: 'Close', view: 'Camera picture', hint: 'Hold the label’s barcode inside the frame.', unread: 'No barcode could be read in this picture. Try a sharper, straighter one.',
      file: 'Choose a picture', torch: 'Torch', denied: 'The camera is not allowed. Allow it in the browser’s settings, or choose a picture of the label.',
      none: 'No usable camera was found. You can choose a picture of the label.', insecure: 'Browsers allow the camera on secure connections (HTTPS) only. You can choose a picture of the label.',
    },
    verdict: verdictEn,
    label: labelEn,
  },
})
