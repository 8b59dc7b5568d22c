import { dictionary } from '@zxcvbn-ts/language-common'

/** What is wrong with a password that somebody wants to have: names of the sign-in page's words. */
export type PasswordFault = 'tooShort' | 'tooLong' | 'common' | 'ofAccount'

const least = 12
const most = 200

/** The 49,000 most used ones, from zxcvbn-ts (MIT), with this hub's own name. */
const common = new Set([...dictionary['passwords-common'], 'devicetrail'])

/** What is left without the digits and signs that people add to a word until a form takes it. */
const bare = (password: string): string => password.toLowerCase().replaceAll(/^[^\p{Letter}]+|[^\p{Letter}]+$/gu, '')

/** One thing over and over: `abcabcabcabc`. */
const isRepeated = (password: string): boolean => /^(.{1,5})\1+$/u.test(password)

/** NIST SP 800-63B: long, not a common one, not the account's name; no rules about signs. */
export const faultOf = (password: string, username: string): PasswordFault | undefined => {
  const letters = [...password.normalize('NFKC')].length
  if (letters < least) return 'tooShort'
  if (letters > most) return 'tooLong'
  const lower = password.toLowerCase()
  if (common.has(lower) || common.has(bare(lower)) || bare(lower).length < 4 || isRepeated(lower)) return 'common'
  return lower.includes(username.toLowerCase()) ? 'ofAccount' : undefined
}
