/** A probability as people read it: small ones by their power of ten. */
export const probability = (p: number): string => {
  if (p >= 0.001) return p.toFixed(3)
  const [digits = '', power = ''] = p.toExponential(1).split('e')
  return `${digits} × 10${[...power].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? '⁻').join('')}`
}
