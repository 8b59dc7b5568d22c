/** Business steps (CBV) by which a device changes hands. */
const steps: ReadonlySet<string> = new Set(['shipping', 'departing', 'consigning', 'transporting', 'arriving', 'receiving', 'accepting', 'retail_selling', 'void_shipping'])

/** Whether an event belongs to the way that a device took; what was declared wrong did not happen. */
export const isShipment = ({ bizStep, errorDeclaredAt }: { bizStep: string | null, errorDeclaredAt: string | null }): boolean =>
  bizStep !== null && errorDeclaredAt === null && steps.has(bizStep)
