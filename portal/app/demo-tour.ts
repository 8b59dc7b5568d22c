/** Things to try in the demo, shown on Today: a code for the scan box, and what one will see. */
export interface DemoStop { code: string, zh: string, en: string }

export const demoTour: readonly DemoStop[] = []
