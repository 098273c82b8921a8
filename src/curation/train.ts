import { areaRoot } from '../knowledge/areaRoot.js'
import { reportFaults } from './reportFaults.js'
import { trainModels } from './trainModels.js'

/** `npm run train`: makes models/ from intents/ and the known questions. */
reportFaults(() => {
  trainModels(areaRoot())
})
