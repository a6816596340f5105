import type { Role } from '@motcua/core/organisation/organisation.ts'

export const ROLE_NAME = {
  clerk: 'Cán bộ một cửa',
  specialist: 'Chuyên viên',
  leader: 'Lãnh đạo',
  registrar: 'Văn thư',
  administrator: 'Quản trị hệ thống',
} as const satisfies Record<Role, string>
