/** Written here a second time on purpose: the demo's codes are checked by other code than reads them. */
export const gs1CheckFits = (code: string): boolean => {
  const sum = [...code].reverse().reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0)
  return /^\d+$/.test(code) && sum % 10 === 0
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** GB 32100-2015: weights are the powers of 3 modulo 31. */
export const usccFits = (code: string): boolean => {
  let weight = 1
  let sum = 0
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return code.length === 18 && alphabet[(31 - (sum % 31)) % 31] === code[17]
}
