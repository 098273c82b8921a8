import { z } from 'zod'
import { createDocument } from 'zod-openapi'
import { chatRequest, chatResponse, failure } from './schemas.js'

const json = (schema: z.ZodType, description: string) => ({ description, content: { 'application/json': { schema } } })

/** The OpenAPI 3.1 document of the REST channel, made from the schemas that guard it. */
export const openApi = createDocument({
  openapi: '3.1.0',
  info: { title: 'Signpost', version: '0.1.0', description: 'Who do I call? One turn of a conversation; nothing is kept.' },
  paths: {
    '/api/chat': {
      post: {
        summary: 'One turn',
        requestBody: { required: true, content: { 'application/json': { schema: chatRequest } } },
        responses: {
          200: json(chatResponse, 'The reply and what to send with the next turn'),
          400: json(failure, 'The body is not as described; the field is named'),
          413: json(failure, 'The utterance is too long'),
          429: json(failure, 'Too many turns from one address'),
          500: json(failure, 'Something unexpected; the reply still helps')
        }
      }
    },
    '/healthz': { get: { summary: 'Is the process alive?', responses: { 200: json(z.object({ status: z.literal('ok') }), 'It is') } } },
    '/readyz': { get: { summary: 'Can it answer?', responses: { 200: json(z.object({ status: z.literal('ready') }), 'It can') } } }
  }
})
