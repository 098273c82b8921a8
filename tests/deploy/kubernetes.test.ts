import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, parseAllDocuments } from 'yaml'
import { readSettings } from '../../src/channels/readSettings.js'
import { isSecret } from './isSecret.js'
import { lintManifest, type Manifest } from './lintManifest.js'
import { pinned } from './pinned.js'
import { source } from './source.js'
import { unknownSettings } from './unknownSettings.js'

const read = (path: string): string => readFileSync(path, 'utf8')
const port = readSettings({}).port

describe('deploy/kubernetes', () => {
  const kustomization = parse(read('deploy/kubernetes/kustomization.yaml'))
  const files = readdirSync('deploy/kubernetes').filter((name) => name !== 'kustomization.yaml')
  const text = files.map((name) => read(join('deploy/kubernetes', name))).join('')
  const manifestsOf = (yaml: string): Manifest[] => parseAllDocuments(yaml).map((document) => document.toJS() as Manifest)
  const manifests = manifestsOf(text)
  const deployments = manifests.filter(({ kind }) => kind === 'Deployment')
  const pods = deployments.map((d) => [d.metadata.name, d.spec.template] as const)
  const find = (kind: string, name = 'signpost'): Manifest => {
    const found = manifests.find((m) => m.kind === kind && m.metadata.name === name)
    if (found === undefined) throw new Error(`There is no ${kind} ${name}.`)
    return found
  }
  const pod = find('Deployment').spec.template.spec
  const [container] = pod.containers

  it.each(manifests.map((m) => [`${m.kind} ${m.metadata.name}`, m] as const))('%s lints clean', (_, manifest) => {
    expect(lintManifest(manifest)).toEqual([])
  })

  it.each([
    ['readinessProbe:', 'readynessProbe:'],
    ['containerPort: 3978', 'containerPort: web'],
    ['minAvailable: 1', 'minAvailabel: 1'],
    ['drop: [ALL]', 'drop: ALL'],
    ['kind: Ingress', 'kind: Ingres'],
    ['spec:', 'specs:']
  ])('has a lint that sees a mistake: %s -> %s', (right, wrong) => {
    expect(text).toContain(right)
    expect(manifestsOf(text.replace(right, wrong)).flatMap(lintManifest)).not.toEqual([])
  })

  it('applies every file, with an image to be set', () => {
    expect(new Set(kustomization.resources)).toEqual(new Set(files))
    const { version } = JSON.parse(read('package.json')) as { version: string }
    expect(kustomization.images).toEqual([{ name: 'signpost', newName: 'signpost', newTag: version }])
    expect(container.image).toBe(`signpost:${version}`)
  })

  it.each(pods)('%s has no rights, no file to write, limits, and a pinned image', (_, { spec }) => {
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })
    expect(spec.securityContext.runAsUser).toBeGreaterThan(0)
    expect(spec.automountServiceAccountToken).toBe(false)
    for (const { image, resources, securityContext } of spec.containers) {
      expect(image).toMatch(pinned)
      expect(Object.keys({ ...resources.requests })).toEqual(['cpu', 'memory'])
      expect(Object.keys({ ...resources.limits })).toEqual(['cpu', 'memory'])
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] }
      })
    }
  })

  it('runs as the user of the image', () => {
    const { runAsUser, runAsGroup } = pod.securityContext
    expect(read('Dockerfile')).toContain(`USER ${String(runAsUser)}:${String(runAsGroup)}`)
  })

  it('keeps at least two replicas apart, one of them whatever happens, and adds more when it is busy', () => {
    expect(find('HorizontalPodAutoscaler').spec).toMatchObject({ scaleTargetRef: { kind: 'Deployment', name: 'signpost' }, minReplicas: 2 })
    expect(find('HorizontalPodAutoscaler').spec.maxReplicas).toBeGreaterThan(2)
    // A number there would be put back at every release, however many the autoscaler had found to be needed.
    expect(find('Deployment').spec.replicas).toBeUndefined()
    expect(find('PodDisruptionBudget').spec.minAvailable).toBe(1)
    expect(pod.topologySpreadConstraints).toHaveLength(2)
  })

  it('is looked at before it gets a turn, and has let go before it is stopped', () => {
    const { startupProbe, readinessProbe, livenessProbe, lifecycle } = container
    expect([startupProbe.httpGet, livenessProbe.httpGet, readinessProbe.httpGet]).toEqual([
      { path: '/healthz', port: 'http' },
      { path: '/healthz', port: 'http' },
      { path: '/readyz', port: 'http' }
    ])
    for (const path of ['/healthz', '/readyz']) expect(source).toContain(`'${path}'`)
    expect(find('Deployment').spec.strategy.rollingUpdate.maxUnavailable).toBe(0)
    const [, seconds] = lifecycle.preStop.exec.command
    expect(Number(seconds)).toBeGreaterThan(readinessProbe.timeoutSeconds)
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(Number(seconds) + 10)
  })

  it('names only pods, ports and services that are there', () => {
    const labels = pods.map(([, { metadata }]) => JSON.stringify(metadata.labels))
    const selectors = manifests
      .flatMap(({ kind, spec }): unknown[] => [
        kind === 'Service' ? spec.selector : spec.selector?.matchLabels,
        spec.podSelector?.matchLabels
      ])
      .filter((selector) => selector !== undefined)
    expect(selectors).toHaveLength(7)
    expect(selectors.filter((selector) => !labels.includes(JSON.stringify(selector)))).toEqual([])
    expect(container.ports).toEqual([{ name: 'http', containerPort: port }])
    expect(find('Service').spec.ports).toEqual([{ name: 'http', port: 80, targetPort: 'http' }])
    expect(find('Ingress').spec.rules[0].http.paths[0].backend.service).toEqual({ name: 'signpost', port: { name: 'http' } })
    expect(container.env).toContainEqual({ name: 'REDIS_URL', value: 'redis://:$(REDIS_PASSWORD)@signpost-redis:6379' })
    expect(find('Service', 'signpost-redis').spec.ports[0].port).toBe(6379)
  })

  it('lets in only the ingress controller, and out only to names, Redis and the Bot Framework', () => {
    const { ingress, egress, policyTypes } = find('NetworkPolicy').spec
    expect(policyTypes).toEqual(['Ingress', 'Egress'])
    expect(ingress).toHaveLength(1)
    const ports = (egress as { ports: { port: unknown }[] }[]).map((rule) => rule.ports.map(({ port }) => port))
    expect(ports).toEqual([[53, 53], ['redis'], [443]])
    expect(egress[2].to[0].ipBlock.except).toContain('169.254.0.0/16')
    expect(find('NetworkPolicy', 'signpost-redis').spec).toMatchObject({ policyTypes: ['Ingress', 'Egress'], egress: [] })
  })

  it('sets only what the source reads', () => {
    const names = (container.env as { name: string }[]).map(({ name }) => name)
    expect(unknownSettings(names.filter((name) => !text.includes(`$(${name})`)))).toEqual([])
  })

  it('holds no secret', () => {
    expect(manifests.map(({ kind }) => kind)).not.toContain('Secret')
    const settings = pods.flatMap(([, { spec }]) => spec.containers[0].env as { name: string; value?: string }[])
    const secrets = settings.filter(({ name, value = '' }) => isSecret(name) && !value.includes('$('))
    expect(secrets.length).toBeGreaterThan(2)
    for (const secret of secrets) expect(secret).toEqual({ name: secret.name, valueFrom: { secretKeyRef: expect.anything() } })
  })
})
