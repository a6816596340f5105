/** The document is made from the routes' own schemas; a schema with a name stands in it once. */
export const OPENAPI = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Một Cửa',
      version: '1',
      description: 'Hồ sơ thủ tục hành chính của một tỉnh. Lỗi trả về dạng application/problem+json bằng tiếng Việt.',
    },
  },
  refResolver: {
    buildLocalReference: (json: { readonly $id?: unknown }, ...[, , index]: readonly [unknown, unknown, number]) =>
      typeof json.$id === 'string' ? json.$id : `schema-${index}`,
  },
}
