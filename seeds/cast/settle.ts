import type { OrganizationSeed } from '../history.ts'
import type { Story } from './story.ts'

interface Place {
  readonly kind: string
  readonly zh: string
  readonly en: string
}

interface FurtherPlace extends Place {
  /** What follows the organization's code: `ICU` of `CJUH` is `CJUH-ICU`. */
  readonly code: string
  readonly gln?: string
}

export const mainSiteOf = (organization: string): string => `${organization}-MAIN`

/** Introduces an organization with its main site, whose GLN is its own, and the places inside or beside that. */
export const settle = (story: Story, organization: OrganizationSeed, main: Place, ...further: readonly FurtherPlace[]): void => {
  const { code, name, nameZh, gln } = organization
  story.organization({ onHub: true, ...organization })
  story.site({ code: mainSiteOf(code), organization: code, name: `${name}, ${main.en}`, nameZh: nameZh && `${nameZh} ${main.zh}`, kind: main.kind, gln, main: true })
  for (const { code: place, zh, en, ...rest } of further) {
    const partOf = rest.kind === 'WARD' ? mainSiteOf(code) : undefined
    story.site({ ...rest, code: `${code}-${place}`, organization: code, name: en, nameZh: zh, partOf })
  }
}
