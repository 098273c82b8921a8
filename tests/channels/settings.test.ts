import { readSettings } from '../../src/channels/readSettings.js'
import { WrongSetting } from '../../src/channels/WrongSetting.js'

describe('the settings', () => {
  it('have sensible values where nothing is set, or nothing but an empty word', () => {
    const usual = {
      port: 3978,
      perMinute: 60,
      proxies: 0,
      botSdk: 'botbuilder',
      botHosts: [],
      redisUrl: undefined,
      embedOrigins: []
    }
    expect(readSettings({})).toEqual(usual)
    expect(readSettings({ PORT: '', SIGNPOST_BOT_SDK: '', REDIS_URL: '', SIGNPOST_TRUST_PROXY: '' })).toEqual(usual)
  })

  it('are taken where they are set', () => {
    const settings = readSettings({
      PORT: '8080',
      SIGNPOST_TURNS_PER_MINUTE: '5',
      SIGNPOST_TRUST_PROXY: '2',
      SIGNPOST_BOT_SDK: 'agents',
      SIGNPOST_BOT_HOSTS: 'channel.council.example  other.example',
      REDIS_URL: 'redis://localhost:6379'
    })
    expect(settings).toMatchObject({ port: 8080, perMinute: 5, proxies: 2, botSdk: 'agents', redisUrl: 'redis://localhost:6379' })
    expect(settings.botHosts).toEqual(['channel.council.example', 'other.example'])
  })

  it.each([
    ['MicrosoftAppId', { MicrosoftAppPassword: 'x' }],
    ['MicrosoftAppTenantId', { MicrosoftAppId: 'a', MicrosoftAppType: 'SingleTenant' }]
  ])('are refused where half of what belongs together is missing: %s', (name, environment) => {
    expect(() => readSettings(environment)).toThrow(new RegExp(`^${name}: is missing`))
  })

  it.each([
    ['MicrosoftAppId', ' '],
    ['MicrosoftAppType', 'Nonsense'],
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['SIGNPOST_TURNS_PER_MINUTE', '0'],
    ['SIGNPOST_TURNS_PER_MINUTE', '1e9'],
    ['SIGNPOST_TURNS_PER_MINUTE', 'many'],
    ['SIGNPOST_TRUST_PROXY', 'true'],
    ['SIGNPOST_BOT_SDK', 'botframework'],
    ['SIGNPOST_BOT_HOSTS', 'https://channel.council.example'],
    ['SIGNPOST_BOT_HOSTS', '*'],
    ['SIGNPOST_BOT_HOSTS', 'com']
  ])('are refused by name, with what would be right: %s=%s', (name, value) => {
    const read = (): unknown => readSettings({ [name]: value })
    expect(read).toThrow(WrongSetting)
    expect(read).toThrow(new RegExp(`^${name}: .*write `))
  })
})
