import type { RouteRecordRaw } from 'vue-router'

export const genealogyRoutes: RouteRecordRaw[] = []
