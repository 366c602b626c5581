/// The matrix product, in register tiles of 4 rows by 2 vectors, or one row by 4: eight or four sums under way hide
/// how long an addition takes.
///
/// Where the columns do not fill the last vector, it is moved back to end with them: the columns worked out twice come
/// out the same.

#define TILE_ROWS 4

/// One tile: `rows` rows by `vectors` vectors of type `T`, from row r and column j, whose terms stand at b, `b_term`
/// apart. It `continues` where the sums stand in c already. `LOOP` is what there is to say of the loop over the terms.
#define DEFINE_TILE(NAME, T, SPLAT, LOOP)                                                             \
  INLINE void NAME(const struct kernel_product *p, size_t r, size_t j, int rows, int vectors,         \
                   const float *b, int continues) {                                                   \
    const size_t width = sizeof(T) / sizeof(float);                                                   \
    T sum[TILE_ROWS][4];                                                                              \
    for (int v = 0; v < vectors; v++)                                                                 \
      for (int i = 0; i < rows; i++)                                                                  \
        sum[i][v] = continues         ? *(const T *)(p->c + (r + i) * p->c_row + j + v * width)       \
                    : p->column_start ? *(const T *)(p->column_start + j + v * width)                 \
                    : p->row_start    ? SPLAT(p->row_start[r + i])                                    \
                                      : SPLAT(0.0f);                                                  \
    const float *a = p->a + r * p->a_row;                                                             \
    LOOP for (size_t k = 0; k < p->terms; k++, a += p->a_term, b += p->b_term)                        \
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
DEFINE_TILE(NAMED(wide_tile), wide, SPLAT_WIDE, )
DEFINE_TILE(NAMED(quad_tile), quad, SPLAT_QUAD, )
DEFINE_TILE(NAMED(one_tile), float, SPLAT_ONE, )
/// Of a block, where the loop is long: a tenth faster where it begins with a line of instructions.
DEFINE_TILE(NAMED(block_tile), wide, SPLAT_WIDE, [[clang::code_align(64)]])

/// All columns of up to 4 rows, from column j on.
INLINE void NAMED(multiply_rows)(const struct kernel_product *p, size_t r, size_t j, int rows) {
#define TILE(T, J, VECTORS) NAMED(T##_tile)(p, r, J, rows, VECTORS, p->b + (J), 0)
  if (rows == 1)
    for (; j + 4 * LANES <= p->columns; j += 4 * LANES) TILE(wide, j, 4);
  for (; j + 2 * LANES <= p->columns; j += 2 * LANES) TILE(wide, j, 2);
  for (; j + LANES <= p->columns; j += LANES) TILE(wide, j, 1);
  if (j == p->columns) return;
  if (p->columns >= LANES) {
    TILE(wide, p->columns - LANES, 1);
  } else if (p->columns >= 4) {
    for (; j + 4 <= p->columns; j += 4) TILE(quad, j, 1);
    if (j < p->columns) TILE(quad, p->columns - 4, 1);
  } else {
    for (; j < p->columns; j++) TILE(one, j, 1);
  }
#undef TILE
}

/// Of a large product, a panel of b that is as wide as a tile is copied together, lest its rows drive each other out of
/// the cache. A block is some panels, of so many terms that it stays in the first cache while all rows of a go by.
#define PANEL (2 * LANES)
#define BLOCK 4096
#define BLOCK_TERMS (BLOCK / PANEL)

INLINE void NAMED(copy_panels)(const float *b, size_t b_term, size_t terms, size_t panels, float *copy) {
  for (size_t v = 0; v < panels; v++)
    for (size_t k = 0; k < terms; k++, copy += PANEL)
      for (int i = 0; i < PANEL; i += LANES) AT(wide, copy) = READ(wide, b + k * b_term + v * PANEL);
}

/// The terms of `p` times some panels, `panels` of them from column j on.
INLINE void NAMED(multiply_block)(const struct kernel_product *p, size_t j, size_t panels, int continues) {
  float copy[BLOCK] __attribute__((aligned(64)));
  NAMED(copy_panels)(p->b + j, p->b_term, p->terms, panels, copy);
  struct kernel_product block = *p;
  block.b_term = PANEL;
  size_t r = 0;
#define ROWS(COUNT)                   \
  for (size_t v = 0; v < panels; v++) \
  NAMED(block_tile)(&block, r, j + v * PANEL, COUNT, 2, copy + v * PANEL * p->terms, continues)
  for (; r + TILE_ROWS <= p->rows; r += TILE_ROWS) ROWS(TILE_ROWS);
  for (; r < p->rows; r++) ROWS(1);
#undef ROWS
}

/// As many columns as fill panels, block by block; each sum goes on from block to block. How many columns that are.
static size_t NAMED(multiply_blocks)(const struct kernel_product *p) {
  const size_t columns = p->columns - p->columns % PANEL;
  for (size_t k = 0; k < p->terms; k += BLOCK_TERMS) {
    struct kernel_product part = *p;
    part.terms = p->terms - k < BLOCK_TERMS ? p->terms - k : BLOCK_TERMS;
    part.a += k * p->a_term;
    part.b += k * p->b_term;
    if (k + part.terms < p->terms) part.scale = 1;
    const size_t most = BLOCK / part.terms / PANEL * PANEL;
    for (size_t j = 0; j < columns; j += most)
      NAMED(multiply_block)(&part, j, (columns - j < most ? columns - j : most) / PANEL, k > 0);
  }
  return columns;
}

static void NAMED(multiply)(const struct kernel_product *product) {
  const struct kernel_product p = *product;
  const size_t j = p.rows >= 4 * TILE_ROWS && p.terms * p.columns > BLOCK ? NAMED(multiply_blocks)(&p) : 0;
  size_t r = 0;
  for (; r + TILE_ROWS <= p.rows; r += TILE_ROWS) NAMED(multiply_rows)(&p, r, j, TILE_ROWS);
  for (; r < p.rows; r++) NAMED(multiply_rows)(&p, r, j, 1);
}
