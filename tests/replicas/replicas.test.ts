import { besideReplicas, sdks } from './besideReplicas.js'
import { holdConversations } from './holdConversations.js'
import { keepSecrets } from './keepSecrets.js'
import { outliveRedis } from './outliveRedis.js'
import { stopGently } from './stopGently.js'

describe.each(sdks)('on %s', (sdk) => {
  besideReplicas('two replicas', { env: { SIGNPOST_BOT_SDK: sdk, SIGNPOST_TURNS_PER_MINUTE: '1000000' } }, (replicas) => {
    holdConversations(replicas)
    outliveRedis(replicas)
    keepSecrets(replicas)
    stopGently(replicas)
  })
})
