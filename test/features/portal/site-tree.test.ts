import { describe, expect, it } from 'vitest'
import { siteTree } from '../../../portal/features/partners/site-tree.ts'

function outline(...sites: [code: string, kind: string | null][]): string[] {
  return siteTree(sites.map(([code, kind]) => ({ id: code, code, kind }))).map((branch) => [branch.site.code, ...branch.within.map((site) => site.code)].join(' > '))
}

describe('sites of an organization', () => {
  it('puts wards under the house whose code they carry', () => {
    expect(outline(['H1', 'HOSPITAL'], ['H2', 'HOSPITAL'], ['H1-ICU', 'WARD'], ['H2-ICU', 'WARD'])).toEqual(['H1 > H1-ICU', 'H2 > H2-ICU'])
  })

  it('puts a ward with another code under the only house or the main one, and lets it stand alone among several', () => {
    expect(outline(['H1', 'HOSPITAL'], ['X', 'WARD'])).toEqual(['H1 > X'])
    expect(outline(['H1', 'HOSPITAL'], ['H-MAIN', 'HOSPITAL'], ['H-ICU', 'WARD'])).toEqual(['H1', 'H-MAIN > H-ICU'])
    expect(outline(['H1', 'HOSPITAL'], ['H2', 'HOSPITAL'], ['X', 'WARD'])).toEqual(['H1', 'H2', 'X'])
  })

  it('lists wards as they are where no house is known', () => {
    expect(outline(['A', 'WARD'], ['B', 'WARD'])).toEqual(['A', 'B'])
  })
})
