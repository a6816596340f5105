import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newDossierId } from '../api/new-dossier-id.ts'
import { chooseLanguage, otherLanguageLink } from './language.ts'
import { paths } from './paths.ts'

test('the addresses of the portal can be read aloud', () => {
  assert.deepEqual(
    [
      paths.search({ q: 'khai sinh' }),
      paths.procedure('1.001193', { channel: 'online' }),
      paths.start('1.001193'),
      paths.tracking('H20.15-240315-0001'),
      paths.papers('x', { from: 'check' }),
      paths.signIn('/ho-so'),
    ],
    [
      '/tim?q=khai+sinh',
      '/thu-tuc/1.001193?channel=online',
      '/thu-tuc/1.001193/nop',
      '/tra-cuu?code=H20.15-240315-0001',
      '/ho-so/x/giay-to?from=check',
      '/auth/login?as=citizen&next=%2Fho-so',
    ],
  )
})

test('the address chooses the language before what was chosen earlier', () => {
  const request = (path: string) => new Request(`http://x${path}`, { headers: { cookie: 'motcua_lang=en' } })
  assert.equal(chooseLanguage(request('/'), new URL('http://x/')), 'en')
  assert.equal(chooseLanguage(request('/?lang=vi'), new URL('http://x/?lang=vi')), 'vi')
  assert.equal(otherLanguageLink(new URL('http://x/tim?q=a'), 'vi'), '/tim?q=a&lang=en')
})

test('ids of dossiers are uuids in the order of their time', () => {
  const [first, second] = [newDossierId(1_710_000_000_000), newDossierId(1_710_000_000_001)]
  assert.match(first, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.ok(first < second)
})
