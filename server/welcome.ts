/** Says where to go and what to try. */
export const welcome = (url: string, demo: boolean): void => {
  const lines = [`Devicetrail is at ${url}`]
  if (demo) lines.push('Open it and scan or type one of the things to try on its first page, for example ML4-260311-0452.', 'Choose on the sign-in page who you are; the demo\'s accounts stand there.')
  lines.push('End it with Ctrl-C.')
  process.stderr.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`)
}
