import type { Party } from '../dossier/dossier.ts'
import { accountId } from '../kernel/ids.ts'
import { createRandom, type Random } from '../kernel/random.ts'

const FAMILY_NAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Phan',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
]
const MIDDLE_NAMES = [
  'Văn',
  'Thị',
  'Minh',
  'Thanh',
  'Ngọc',
  'Hữu',
  'Kim',
  'Quốc',
  'Bích',
  'Hoàng',
  'Mỹ',
  'Đức',
  'Thu',
  'Tấn',
]
const GIVEN_NAMES = [
  ...['An', 'Bình', 'Chi', 'Dũng', 'Em', 'Giang', 'Hà', 'Hạnh', 'Hiếu', 'Hòa', 'Hùng', 'Khánh', 'Lan', 'Linh', 'Long'],
  ...[
    'Mai',
    'Nam',
    'Nga',
    'Nhung',
    'Phúc',
    'Phương',
    'Quân',
    'Sơn',
    'Tâm',
    'Thảo',
    'Trang',
    'Trí',
    'Tuấn',
    'Vy',
    'Yến',
  ],
]

/** Citizens with an account file online and come back; one of so many. */
const ACCOUNTS = 20_000

/** Somebody who does not exist, with a number that no province issues. */
export function inventPerson(random: Random, isOnline: boolean): Party {
  const number = random.below(ACCOUNTS)
  const own = isOnline ? createRandom(`account ${number}`) : random
  const name = `${own.pick(FAMILY_NAMES)} ${own.pick(MIDDLE_NAMES)} ${own.pick(GIVEN_NAMES)}`
  const digits = isOnline ? String(number) : String(ACCOUNTS + own.below(800_000_000))
  const year = 1950 + own.below(54)
  const birthDate = `${year}-${twoDigits(1 + own.below(12))}-${twoDigits(1 + own.below(28))}`
  return {
    kind: 'person',
    name,
    idNumber: `999${digits.padStart(9, '0')}`,
    birthDate,
    address: `Số ${1 + own.below(400)}, đường số ${1 + own.below(60)}`,
    phone: `09${String(own.below(100_000_000)).padStart(8, '0')}`,
    email: null,
    account: isOnline ? accountId(`999${digits.padStart(9, '0')}`) : null,
  }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
