import { guardActivity } from '../../../src/channels/botFramework/guardActivity.js'
import { createAllowList, onLoopback } from '../../../src/channels/botFramework/serviceUrls.js'

const activity = { type: 'message', conversation: { id: '1' }, serviceUrl: 'http://localhost:3979/' }

describe('where an answer may be sent', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('is this machine for a caller on it: %s', (caller) => {
    expect(guardActivity(activity, onLoopback, caller)).toHaveProperty('activity.serviceUrl', activity.serviceUrl)
  })

  it.each(['10.0.0.7', '192.0.2.1', '::ffff:10.0.0.7', ''])('is never this machine for a caller from elsewhere: %s', (caller) => {
    expect(guardActivity(activity, onLoopback, caller)).toMatchObject({ status: 403, field: 'serviceUrl' })
  })

  it.each(['http://localhost:3979/?x=', 'https://smba.trafficmanager.net/uk/?x='])(
    'has no query, which would swallow the path: %s',
    (serviceUrl) => {
      for (const mayAnswerAt of [onLoopback, createAllowList()])
        expect(guardActivity({ ...activity, serviceUrl }, mayAnswerAt, '127.0.0.1')).toMatchObject({ status: 403 })
    }
  )

  it.each(['https://smba.trafficmanager.net/uk/', 'https://europe.directline.botframework.com/', 'https://webchat.botframework.com/'])(
    'is a channel of Microsoft, wherever the caller is: %s',
    (serviceUrl) => {
      expect(guardActivity({ ...activity, serviceUrl }, createAllowList(), '192.0.2.1')).toHaveProperty('activity')
    }
  )
})
