import { useQuery } from '@tanstack/react-query'
import { NavLink } from 'react-router'
import { NOTICE_TEXT as TEXT } from '../../text/notice-text.ts'
import { number } from '../../text/moments.ts'
import { paths } from '../paths.ts'
import { unreadQuery } from './unread.ts'

/** The number alone would say nothing to who does not see the bell. */
export function Bell() {
  const { data } = useQuery(unreadQuery)
  const unread = data?.unread ?? 0
  return (
    <NavLink to={paths.notices()} className="bell" title={TEXT.title}>
      <svg viewBox="0 0 20 20" aria-hidden="true" className="bell-mark">
        <path d="M10 2.5a5 5 0 0 0-5 5v3.2L3.5 14h13L15 10.7V7.5a5 5 0 0 0-5-5ZM8 15.5a2 2 0 0 0 4 0" />
      </svg>
      <span className="visually-hidden">{TEXT.title}</span>
      {unread > 0 && (
        <>
          <strong className="figures bell-count">{unread > 99 ? '99+' : number(unread)}</strong>
          <span className="visually-hidden"> {TEXT.unreadWord}</span>
        </>
      )}
    </NavLink>
  )
}
