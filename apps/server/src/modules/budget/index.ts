/** The front door for the replay: the verbs by which money comes in. What can be measured goes by the registry. */
export { decideAdjustment, proposeAdjustment } from './adjustment.service.ts'
export { setPlan } from './budget.service.ts'
export { addPayment } from './payment.service.ts'
