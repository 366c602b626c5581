/// The transpose of a matrix, in blocks of 8 by 8 and 4 by 4 that are turned within the registers.

typedef float oct __attribute__((vector_size(32), aligned(4), may_alias));

/// A block of 8 by 8, `stride` elements between its rows, as 8 columns.
INLINE void NAMED(columns_of_8)(const float *a, size_t stride, oct column[8]) {
  oct r[8], s[8];
  for (int i = 0; i < 8; i++) r[i] = *(const oct *)(a + i * stride);
  for (int i = 0; i < 8; i += 2) {
    s[i] = __builtin_shufflevector(r[i], r[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
    s[i + 1] = __builtin_shufflevector(r[i], r[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  }
  for (int i = 0; i < 8; i += 4)
    for (int k = 0; k < 2; k++) {
      r[i + k] = __builtin_shufflevector(s[i + k], s[i + k + 2], 0, 1, 8, 9, 4, 5, 12, 13);
      r[i + k + 2] = __builtin_shufflevector(s[i + k], s[i + k + 2], 2, 3, 10, 11, 6, 7, 14, 15);
    }
  for (int i = 0; i < 4; i++) {
    column[i] = __builtin_shufflevector(r[i], r[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    column[i + 4] = __builtin_shufflevector(r[i], r[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
}

INLINE void NAMED(transpose_8)(const float *a, size_t columns, float *b, size_t rows) {
  oct column[8];
  NAMED(columns_of_8)(a, columns, column);
  for (int i = 0; i < 8; i++) *(oct *)(b + i * rows) = column[i];
}

INLINE void NAMED(transpose_4)(const float *a, size_t columns, float *b, size_t rows) {
  quad r[4], s[4];
  for (int i = 0; i < 4; i++) r[i] = *(const quad *)(a + i * columns);
  for (int i = 0; i < 4; i += 2) {
    s[i] = __builtin_shufflevector(r[i], r[i + 1], 0, 4, 2, 6);
    s[i + 1] = __builtin_shufflevector(r[i], r[i + 1], 1, 5, 3, 7);
  }
  for (int i = 0; i < 2; i++) {
    *(quad *)(b + i * rows) = __builtin_shufflevector(s[i], s[i + 2], 0, 1, 4, 5);
    *(quad *)(b + (i + 2) * rows) = __builtin_shufflevector(s[i], s[i + 2], 2, 3, 6, 7);
  }
}

static void NAMED(transpose)(const float *a, size_t rows, size_t columns, float *b) {
  size_t r = 0;
  for (; r + 8 <= rows; r += 8) {
    size_t c = 0;
    for (; c + 8 <= columns; c += 8) NAMED(transpose_8)(a + r * columns + c, columns, b + c * rows + r, rows);
    for (; c < columns; c++)
      for (size_t i = r; i < r + 8; i++) b[c * rows + i] = a[i * columns + c];
  }
  for (; r + 4 <= rows; r += 4) {
    size_t c = 0;
    for (; c + 4 <= columns; c += 4) NAMED(transpose_4)(a + r * columns + c, columns, b + c * rows + r, rows);
    for (; c < columns; c++)
      for (size_t i = r; i < r + 4; i++) b[c * rows + i] = a[i * columns + c];
  }
  for (; r < rows; r++)
    for (size_t c = 0; c < columns; c++) b[c * rows + r] = a[r * columns + c];
}
