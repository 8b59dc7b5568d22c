const channel = 'devicetrail.proved'

/**
 * A person of a company's own provider proves there again to be there, in a window of its own.
 * @returns the ticket, good once and for five minutes; waits as long as the person takes
 */
export function proveAgain(provider: string): Promise<string> {
  const answers = new BroadcastChannel(channel)
  window.open(`/sign-in/prove?${new URLSearchParams({ issuer: provider }).toString()}`, 'devicetrail-prove', 'width=520,height=720')
  return new Promise((resolve) => {
    answers.onmessage = ({ data }) => {
      answers.close()
      resolve(String(data))
    }
  })
}

/** In that window, back from the company's provider: hands the ticket to the page that asked. */
export function handOver(): void {
  const ticket = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
  if (ticket) new BroadcastChannel(channel).postMessage(ticket)
  window.close()
}
