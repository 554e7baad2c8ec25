import { expect, test } from 'vitest'
import { refused } from './api'

test('a refusal crosses as a string of JSON', () => {
  const error = refused(new Error('{"code":"full","message":"The disk is full."}'))
  expect(error).toMatchObject({ code: 'full', message: 'The disk is full.' })
})

test('anything else is internal', () => {
  for (const reason of ['boom', '{"code":"no such code","message":"x"}', '[object Object]', undefined, new Error('x')])
    expect(refused(reason).code).toBe('internal')
})
