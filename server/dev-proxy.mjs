/**
 * Of the addresses of a hub that is being written, those that the hub answers itself: Vite has all others. A page of
 * the portal may stand above a file of the hub, as `/files` and `/files/imports`.
 */
export const hubPaths = '^/(graphql|healthz|readyz|documents|attachments|exports|shares|epcis|evidence|labels|recall-notices|authority-reports|files/imports|files/templates|acceptance-records/[^/]+|oidc|sign-in|\\.well-known)(/|\\.|$|\\?)'
