import { bothLanguages } from '../../app/both-languages.ts'

export const evidenceMessages = bothLanguages({
  zh: { make: '证据包', making: '正在生成证据包', received: '已收到 {size}，约 {percent}%', stop: '停止', failed: '证据包没有生成完整，没有保存。请重试。', mayNot: '您的角色不能生成证据包。', saved: '证据包已保存。可离线验证：npm run evidence:verify。' },
  en: { make: 'Evidence pack', making: 'Making the evidence pack', received: '{size} received, about {percent} %', stop: 'Stop', failed: 'The pack was not finished, and nothing was saved. Try again.', mayNot: 'Your roles do not allow evidence packs.', saved: 'The pack is saved. To verify it offline: npm run evidence:verify.' },
})
