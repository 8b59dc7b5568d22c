import { part, type Part } from '../kernel/cypher.ts'
import { tellsOfUnnamed, unnamed } from './unnamed.ts'
import { lastPossession, makerKnown, ownedByViewer, seesNow } from './visible.ts'

/**
 * Who may read a document, as predicates over `document` and its `issuer`, beside the thing that it proves, which the
 * viewer sees: a paper by the thing's maker or supplier is for whoever sees the thing, any other is its issuer's own.
 */

/** Devices of another maker: a paper or delivery that speaks of these too is not for this maker's teams. */
const ofOthers = part`(other:Serial|Batch)-[:OF]->(of:Product {kind: 'DEVICE'}) WHERE of.maker <> $viewer.organization`

/** Over `product`: written by the viewer, or by who made or supplied the thing, where that may be known. */
export const writtenForHolders = part`(issuer.id = $viewer.organization OR ${makerKnown} AND (issuer.id = product.maker
  OR EXISTS { (document)-[:PROVES]->(:Batch)-[:MADE_BY|SUPPLIED_BY]->(issuer) }))`

/** By a customer whose name the maker may not know, or of a delivery to one: what stands in a paper cannot be masked. */
const namesUnnamed = part`(${unnamed(part`issuer`)} OR EXISTS { MATCH (document)-[:PROVES]->(proven:Event) WHERE ${tellsOfUnnamed(part`proven`)} })`

/** Over `product`: the paper of a product or batch. */
export const mayRead = part`(${writtenForHolders} OR (${ownedByViewer}) AND NOT EXISTS { MATCH (document)-[:PROVES]->${ofOthers} } AND NOT ${namesUnnamed})`

/** Over `serial` and `product`: the same, for a former holder until the end of its possession. */
export const mayReadOfSerial = part`(${mayRead} AND (issuer.id = $viewer.organization OR ${seesNow} OR document.issuedOn <= left((${lastPossession}).until, 10)))`

/** Over an event: the viewer took part in it. */
export const tookPart = (event: Part): Part => part`(EXISTS { (${event})-[:FROM_PARTY|TO_PARTY|REPORTED_BY]->(:Organization {id: $viewer.organization}) }
  OR EXISTS { (${event})-[:AT]->(:Site {organization: $viewer.organization}) })`

/** Over `event`: all devices that it concerns are the viewer's own products. */
export const concernsOwnOnly = part`($viewer.internal AND EXISTS { MATCH (event)-[:CONCERNS]->()-[:PACKS*0..3]->(own:Serial|Batch) WHERE own.maker = $viewer.organization }
  AND NOT EXISTS { MATCH (event)-[:CONCERNS]->()-[:PACKS*0..3]->${ofOthers} })`

/** Over `event`, beside who took part in it: its words, which may name whatever else went with it, are for the maker of all that it concerns. */
export const wordsFor = (tookPart: Part): Part => part`(event.note IS NOT NULL AND (${tookPart} OR NOT $viewer.internal OR ${concernsOwnOnly}))`

/** Over `event`: a delivery note and the like is for who took part, and for the maker of all that was delivered. */
export const mayReadOfEvent = part`(${tookPart(part`event`)} OR ${concernsOwnOnly} AND NOT ${tellsOfUnnamed(part`event`)})`

/** Over `ticket`: it and its papers are for who opened it, for the teams of the device's maker, and for the service provider that the maker gave it to. */
export const mayReadOfTicket = part`($viewer.organization IN [ticket.organization, ticket.provider] OR $viewer.internal AND ticket.maker = $viewer.organization)`

/** Over `case`: photos and files of a case are for who reported it, and for the teams of the device's maker. */
export const mayReadOfCase = part`(case.organization = $viewer.organization OR $viewer.internal AND case.maker = $viewer.organization)`
