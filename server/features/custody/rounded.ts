/** Sums of decimal fractions drift (0.1 + 0.2); nine places are below any measure in use. */
export const rounded = (quantity: number): number => Math.round(quantity * 1e9) / 1e9
