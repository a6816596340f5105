export { type Dispatcher, type DispatcherServices, runDispatcherUntilIdle, startDispatcher } from './dispatcher.ts'
export { type Folded, foldFacts, type KnownDossier } from './fold-facts.ts'
export { rebuildProjection, type RebuildOutcome } from './rebuild.ts'
export { type CountedTo, waitUntilCounted } from './wait-until-counted.ts'
