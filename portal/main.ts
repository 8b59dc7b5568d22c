import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './app/styles/tokens.css'
import './app/styles/base.css'
import './app/styles/shell.css'
import './app/styles/parts.css'
import './app/styles/data.css'
import { createApp } from 'vue'
import App from './app/App.vue'
import { i18n } from './app/i18n.ts'
import { startOffline } from './app/offline.ts'
import { router } from './app/router.ts'
import { openSession } from './app/session.ts'

if (location.pathname.startsWith('/share/')) {
  // An authority's link: no account, no session, nothing of the portal besides.
  const { default: SharePage } = await import('./features/shares/SharePage.vue')
  createApp(SharePage).use(i18n).mount('#app')
} else if (location.pathname === '/signed-again') {
  const { default: SignedAgainPage } = await import('./features/audit/SignedAgainPage.vue')
  createApp(SignedAgainPage).use(i18n).mount('#app')
} else {
  startOffline()
  const to = await openSession()
  if (to !== null) await router.replace(to)
  createApp(App).use(i18n).use(router).mount('#app')
}
