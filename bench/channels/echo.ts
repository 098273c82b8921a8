import express from 'express'

/**
 * The baseline: a bare Express that reads a body and answers with as many bytes as it is told to, in the header x-bytes. A JSON
 * body or a form is parsed, as the channels do.
 */
const filler = 'x'.repeat(200_000)
const app = express()
app.disable('x-powered-by')
app.post('/', express.json({ limit: '256kb' }), express.urlencoded({ extended: false }), (request, response) => {
  response.type('json').send(filler.slice(0, Number(request.get('x-bytes'))))
})
app.listen(Number(process.env['PORT']), () => process.stdout.write('ready\n'))
