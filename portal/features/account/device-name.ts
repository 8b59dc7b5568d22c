const browsers = [['Edge', /Edg\//], ['Firefox', /Firefox\//], ['Chrome', /Chrom(e|ium)\//], ['Safari', /Safari\//]] as const
const systems = [['Windows', /Windows/], ['Android', /Android/], ['iOS', /iPhone|iPad/], ['macOS', /Mac OS X/], ['HarmonyOS', /HarmonyOS/], ['Linux', /Linux/]] as const

/** What a person would call a device, of what its browser calls itself: `Chrome · Windows`; empty where that says nothing. */
export function deviceName(agent: string | null): string {
  const firstOf = (names: readonly (readonly [string, RegExp])[]) => names.find(([, sign]) => sign.test(agent ?? ''))?.[0]
  return [firstOf(browsers), firstOf(systems)].filter(Boolean).join(' · ')
}
