export { type LiveDesk, openLiveDesk } from './live-desk.ts'
export type { LiveTopic } from './live-room.ts'
export { sendLive } from './send-live.ts'
