/** The portal, as the provider knows it. */
export const portalClientId = 'portal'
