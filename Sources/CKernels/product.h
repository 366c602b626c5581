/// The matrix product, in register tiles of 4 rows by 2 vectors, or one row by 4: eight or four sums under way hide
/// how long an addition takes.
///
/// Where the columns do not fill the last vector, it is moved back to end with them: the columns worked out twice come
/// out the same.

#define TILE_ROWS 4

/// One tile: `rows` rows by `vectors` vectors of type `T`, from row r and column j.
#define DEFINE_TILE(NAME, T, SPLAT)                                                                   \
  INLINE void NAME(const struct kernel_product *p, size_t r, size_t j, int rows, int vectors) {       \
    const size_t width = sizeof(T) / sizeof(float);                                                   \
    T sum[TILE_ROWS][4];                                                                              \
    for (int v = 0; v < vectors; v++)                                                                 \
      for (int i = 0; i < rows; i++)                                                                  \
        sum[i][v] = p->column_start ? *(const T *)(p->column_start + j + v * width)                   \
                    : p->row_start  ? SPLAT(p->row_start[r + i])                                      \
                                    : SPLAT(0.0f);                                                    \
    const float *a = p->a + r * p->a_row;                                                             \
    const float *b = p->b + j;                                                                        \
    for (size_t k = 0; k < p->terms; k++, a += p->a_term, b += p->b_term)                            \
      for (int v = 0; v < vectors; v++) {                                                             \
        T factor = *(const T *)(b + v * width);                                                       \
        for (int i = 0; i < rows; i++) sum[i][v] += a[i * p->a_row] * factor;                         \
      }                                                                                               \
    for (int v = 0; v < vectors; v++)                                                                 \
      for (int i = 0; i < rows; i++)                                                                  \
        *(T *)(p->c + (r + i) * p->c_row + j + v * width) = p->scale == 1 ? sum[i][v] : sum[i][v] * p->scale; \
  }

#define SPLAT_WIDE(x) ((x) - (wide){})
#define SPLAT_QUAD(x) ((x) - (quad){})
#define SPLAT_ONE(x) (x)
DEFINE_TILE(NAMED(wide_tile), wide, SPLAT_WIDE)
DEFINE_TILE(NAMED(quad_tile), quad, SPLAT_QUAD)
DEFINE_TILE(NAMED(one_tile), float, SPLAT_ONE)

/// All columns of up to 4 rows.
INLINE void NAMED(multiply_rows)(const struct kernel_product *p, size_t r, int rows) {
  size_t j = 0;
  if (rows == 1)
    for (; j + 4 * LANES <= p->columns; j += 4 * LANES) NAMED(wide_tile)(p, r, j, 1, 4);
  for (; j + 2 * LANES <= p->columns; j += 2 * LANES) NAMED(wide_tile)(p, r, j, rows, 2);
  for (; j + LANES <= p->columns; j += LANES) NAMED(wide_tile)(p, r, j, rows, 1);
  if (j == p->columns) return;
  if (p->columns >= LANES) {
    NAMED(wide_tile)(p, r, p->columns - LANES, rows, 1);
  } else if (p->columns >= 4) {
    for (; j + 4 <= p->columns; j += 4) NAMED(quad_tile)(p, r, j, rows, 1);
    if (j < p->columns) NAMED(quad_tile)(p, r, p->columns - 4, rows, 1);
  } else {
    for (; j < p->columns; j++) NAMED(one_tile)(p, r, j, rows, 1);
  }
}

static void NAMED(multiply)(const struct kernel_product *product) {
  const struct kernel_product p = *product;
  size_t r = 0;
  for (; r + TILE_ROWS <= p.rows; r += TILE_ROWS) NAMED(multiply_rows)(&p, r, TILE_ROWS);
  for (; r < p.rows; r++) NAMED(multiply_rows)(&p, r, 1);
}
