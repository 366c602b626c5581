/// The arithmetic of settling networks: whole numbers, so that a sum is the same in any order.

typedef int32_t NAMED(wide_whole) __attribute__((vector_size(4 * LANES), aligned(4), may_alias));

static void NAMED(add_times)(int32_t *x, const int32_t *y, int32_t factor, size_t count) {
  RUN_FOURS(count, AT(NAMED(wide_whole), x) += factor * READ(NAMED(wide_whole), y););
  FEW for (size_t i = count - count % LANES; i < count; i++) x[i] += factor * y[i];
}
