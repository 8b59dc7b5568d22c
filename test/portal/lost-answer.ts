import type { Page } from 'playwright-core'

/**
 * The hub does what this mutation asks, and its answer never arrives.
 * @returns lets the next answers through again
 */
export async function loseAnswers(page: Page, mutation: string): Promise<() => Promise<void>> {
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes(mutation)) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  return () => page.unrouteAll({ behavior: 'ignoreErrors' })
}
