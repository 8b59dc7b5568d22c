/** Whether partners use the hub, not its developers: then the schema is not described, nor wrong names put right. */
export const isProduction = (): boolean => process.env['NODE_ENV'] === 'production'
