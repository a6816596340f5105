/** What most people come for, and the words under which they look for it. */
export const OFTEN_SOUGHT = ['khai sinh', 'chứng thực', 'đất đai', 'hộ kinh doanh'] as const

export const LIFE_EVENTS = [
  { name: 'Có con', english: 'Having a child', words: 'khai sinh' },
  { name: 'Kết hôn', english: 'Marriage', words: 'kết hôn' },
  { name: 'Nhà đất', english: 'House and land', words: 'đất' },
  { name: 'Kinh doanh', english: 'Business', words: 'kinh doanh' },
  { name: 'Xây dựng', english: 'Building', words: 'xây dựng' },
  { name: 'Trợ giúp xã hội', english: 'Social support', words: 'xã hội' },
  { name: 'Giấy tờ, bản sao', english: 'Papers and copies', words: 'bản sao' },
  { name: 'Người thân qua đời', english: 'A death in the family', words: 'khai tử' },
] as const
