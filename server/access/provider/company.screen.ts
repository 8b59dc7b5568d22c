import { answerOfCompany, authorizationAddress, codeIn, keepPerson, newUnderway } from '../company-sign-in.ts'
import { firstPage } from './password.screen.ts'
import { finish, go, type Progress, record, type Screen, whereOf } from './turn.ts'

/** To the company's own provider, whose answer will have to fit what is kept here of the question. */
export const toCompany: Screen = async (turn) => {
  const { door, request, uid, words } = turn
  const trusted = door.companies[Number(request.params.company)]
  if (!trusted) return firstPage(turn)
  const underway = newUnderway(trusted.issuer, uid)
  try {
    const location = await authorizationAddress(trusted, underway, door.publicUrl)
    await go(turn, { progress: { step: 'company', underway } satisfies Progress })
    return { location }
  } catch (error) {
    request.log.warn({ err: error, issuer: trusted.issuer }, 'a company’s provider cannot be reached')
    return firstPage(turn, words.companyAway)
  }
}

/** Back from the company's provider: who it is, by its signed word; then signed in as anybody else is. */
export const fromCompany: Screen = async (turn) => {
  const { door, request, progress, words } = turn
  const { state } = request.query
  const trusted = progress?.step === 'company' ? door.companies.find(({ issuer }) => issuer === progress.underway.issuer) : undefined
  if (progress?.step !== 'company' || !trusted || state !== progress.underway.state) return firstPage(turn, words.companyRefused)
  // A question is answered once, whatever the answer is.
  await go(turn, {})
  try {
    const answer = await answerOfCompany(door, trusted, progress.underway, codeIn(trusted, request.params.company, request.query), whereOf(turn))
    const { viewer } = answer
    if (!await keepPerson(door.graph, trusted.issuer, answer, whereOf(turn))) {
      await record(turn, 'EXTERNAL', viewer.person, viewer.organization, 'DEACTIVATED')
      return firstPage(turn, words.companyRefused)
    }
    return await finish(turn, viewer, 'EXTERNAL')
  } catch (error) {
    request.log.warn({ err: error, issuer: trusted.issuer }, 'a company’s provider did not sign anybody in')
    await record(turn, 'EXTERNAL', null, null, 'BAD_CREDENTIALS')
    return firstPage(turn, words.companyRefused)
  }
}
