import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { lastWords } from '../../src/channels/lastWords.js'
import { readSettings } from '../../src/channels/readSettings.js'
import { isSecret } from './isSecret.js'
import { lintCompose } from './lintCompose.js'
import { pinned } from './pinned.js'
import { unknownSettings } from './unknownSettings.js'

const read = (path: string): string => readFileSync(path, 'utf8')
const port = readSettings({}).port

describe('compose.yaml', () => {
  const text = read('compose.yaml')
  const file = parse(text, { merge: true })
  const services = Object.entries<any>(file.services) // eslint-disable-line @typescript-eslint/no-explicit-any
  const { signpost, redis, balancer } = file.services

  it('lints clean', () => {
    expect(lintCompose(file)).toEqual([])
  })

  it.each([
    ['read_only:', 'readonly:'],
    ['replicas: 2', 'replicas: two'],
    ['networks: [store]', 'networks: 7']
  ])('has a lint that sees a mistake: %s -> %s', (right, wrong) => {
    expect(text).toContain(right)
    expect(lintCompose(parse(text.replace(right, wrong), { merge: true }))).not.toEqual([])
  })

  it.each(services)('%s has no rights, no file to write and limits, and comes back', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      pids_limit: 100,
      restart: 'unless-stopped'
    })
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    expect(service.image).toMatch(pinned)
    expect(service.deploy.resources.limits).toEqual({ cpus: expect.any(String), memory: expect.any(String) })
  })

  it('runs at least two replicas, as the user of the image, behind one published port', () => {
    expect(signpost.deploy.replicas).toBeGreaterThanOrEqual(2)
    expect(read('Dockerfile')).toContain(`USER ${String(signpost.user)}`)
    expect(services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual(['balancer'])
    expect(balancer.networks).not.toContain('store')
  })

  it('keeps Redis out of reach, behind a password, and off the disk', () => {
    expect(redis.networks).toEqual(['store'])
    expect(file.networks.store).toEqual({ internal: true })
    expect((redis.command as string[]).join(' ')).toMatch(/--save {2}--appendonly no .*--requirepass \$\{REDIS_PASSWORD:\?/)
    expect(redis.tmpfs).toEqual([expect.stringMatching(/^\/data:/)])
    expect(redis.volumes).toBeUndefined()
  })

  it('sets only what the source reads', () => {
    expect(unknownSettings(Object.keys(signpost.environment))).toEqual([])
    expect(unknownSettings(['SIGNPOST_TURNS_A_MINUTE'])).toEqual(['SIGNPOST_TURNS_A_MINUTE'])
  })

  it('holds no secret', () => {
    const secrets = Object.entries<string | null>({ ...signpost.environment, ...redis.environment }).filter(([name]) => isSecret(name))
    expect(secrets.length).toBeGreaterThan(2)
    for (const [, value] of secrets) expect(value ?? '${}').toMatch(/^(redis:\/\/:)?\$\{.*\}/)
  })

  it('has a balancer that adds the address, writes nothing down, and has the last words when no replica is left', () => {
    const settings = read('deploy/haproxy.cfg').replace(/^\s*#.*\n/gm, '')
    expect(settings).toContain('option forwardfor')
    expect(settings).not.toMatch(/\blog\b|httplog/)
    expect(settings).toContain(`signpost:${String(port)}`)
    expect(settings).toContain('GET /readyz')
    const mounted = (balancer.volumes as string[]).map((volume) => volume.split(':'))
    for (const [path = '', inside = '', mode] of mounted) expect([existsSync(path), mode, inside]).toEqual([true, 'ro', inside])
    for (const [, path] of settings.matchAll(/errorfile \d+ (\S+)/g)) expect(mounted.map(([, inside]) => inside)).toContain(path)
    expect(read('deploy/unavailable.http').split('\n\n')).toEqual([expect.stringMatching(/^HTTP\/1.1 503 /), `${lastWords}\n`])
  })
})
